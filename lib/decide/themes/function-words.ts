/**
 * The words of each language that stand in any text: they tell which language it is in, and say nothing of what it is
 * about. Without accents, as `wordsOf` writes words.
 */
const listed: Readonly<Record<string, string>> = {
  en: `a about all also am an and any are aren as at be because been but by can cannot could did didn do does doesn don
    each even for from get got had has have he her here his how i if in into is isn it its just like me more most much my
    no not nothing of off on one only or our out over really she should so some such than that the their them then there
    these they this those to too up us very was wasn way we were what when where which who why will with won would you your`,
  de: `aber alle alles als also am an auch auf aus bei bin bis bitte da damit das dass dem den denn der des die dies diese
    diesen dieser doch du durch ein eine einem einen einer eines er es etwas fur gar gibt habe haben hat hatte ich ihm ihn
    ihr ihre ihren im immer in ins ist ja jede jeden jeder jedes kann kein keine keinen mal man mehr mein meine mich mir mit
    nach nicht nichts noch nur ob oder ohne schon sehr sein seine sich sie sind so statt und uns unser unsere vom von vor
    war waren was weil wenn wer werden wie wieder wir wird wo wurde zu zum zur zwar uber`,
  es: `a al algo antes aqui asi aunque cada como con cual cuando de del desde donde dos e el ella ellos en entre era es esa
    ese eso esta estan estas este esto estos fue ha hace hasta hay la las le les lo los mas me mi mis muy nada ni no nos
    nosotros o otra otro para pero por porque que quien se ser si sin sobre solo son su sus tan tanto te tengo tiene todo
    todos tu tuve un una unas uno unos vez y ya yo`,
  fr: `a ai alors au aucun aux avec avoir bien c ca car ce cela ces cet cette chaque comme d dans de des deux donc du elle
    elles en encore est et etait etre eu fait faut il ils j je l la le les leur lui m ma mais me meme mes moi moins mon n ne
    nos notre nous on ont ou par pas peu plus pour qu quand que qui rien s sa sans se si son sont sur ta te tel tes toi ton
    tous tout toute toutes tres trop tu un une vos votre vous y`,
  it: `a ad agli ai al alla alle anche avere c che chi ci come con cosa cui da dal dalla dei del della delle di dove e ed era
    essere fa fra gli ha hanno ho i il in io l la le lei li lo loro lui ma mi mia mio molto ne nei nel nella no noi non nulla
    o ogni per perche piu poi quando quanto quella quello questa questo qui se si sia solo sono su sua sul sulla suo tra tu
    tutti tutto un una uno vi`,
  pt: `a ao aos as ate com como da das de dela dele do dos e ela ele em entre era essa esse esta este eu foi ha isso isto ja
    lhe mais mas me mesmo meu minha muito na nada nao nas nem no nos num numa o os ou para pela pelo por porque qual quando
    que quem se sem ser seu sua so sou tambem tem tenho todo todos tudo um uma voce`,
  nl: `aan al alle als alles altijd ben bij daar dan dat de der deze die dit doch doen door een en er ge geen had heb hebben
    heeft hem het hier hij hoe hun iets ik in is ja je kan maar me meer men met mij mijn moet na naar niet niets nog nu of om
    omdat ons onze ook op over te tegen toch toen tot u uit van veel voor want was wat weer wel werd wie wij worden wordt zal
    ze zelf zich zij zijn zo zonder zou`,
  zh: `的 了 是 不 我 在 有 和 就 都 也 很 到 说 要 去 你 会 着 没有 没 看 好 这 那 他 她 它 们 我们 你们 请 吗 呢 吧 被 把 给 对 与
    及 而 但 但是 因为 所以 如果 这个 那个 一个 什么 怎么 可以 还 又 再 太 更 最 只 从 让 用 里 上 下 中 个`,
};

/** The function words of a language. */
export const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(listed).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);
