import { describe, expect, it } from "vitest";
import { questionSimilarity, REPHRASE_FROM } from "./question-similarity.ts";

it.each([
  ["How do I reset my password?", "How can I reset the password?"],
  ["How do I reset my password?", "i forgot my pasword, how to reset it"],
  ["python sort list", "How do I sort a list in Python?"],
  ["What are the side effects of ibuprofen?", "IBUPROFEN SIDE EFFECTS!!"],
  ["Wie setze ich mein Passwort zurück?", "Wie kann ich das Passwort zurücksetzen?"],
  ["¿Cuál es el horario de atención?", "horario de atencion al cliente"],
  ["Comment annuler mon abonnement ?", "Je veux annuler l'abonnement, comment faire ?"],
  ["Como faço para cancelar a assinatura?", "quero cancelar minha assinatura, como faço"],
  ["パスワードを変更する方法を教えてください", "パスワードの変更方法は?"],
  ["有給休暇の申請方法を教えてください", "有給休暇はどうやって申請しますか"],
  ["如何重置我的密码?", "怎么重置密码"],
  ["退款政策是什么?", "请告诉我退款政策"],
  ["كيف يمكنني تغيير كلمة المرور؟", "أريد تغيير كلمة المرور"],
  ["ما هي سياسة الاسترجاع؟", "ما سِياسة الاسترجاع لديكم"],
  ["Как сбросить пароль?", "как мне сбросить мой пароль"],
])("a rephrase: %s → %s", (last, next) => {
  expect(questionSimilarity(last, next)).toBeGreaterThanOrEqual(REPHRASE_FROM);
});

it.each([
  ["How do I reset my password?", "How do I delete my account?"],
  ["What is the refund policy?", "What is the shipping time?"],
  ["python sort list", "and in reverse order?"],
  ["Write a poem about autumn", "Make it shorter and more cheerful"],
  ["Wie lange ist die Kündigungsfrist?", "Wie kündige ich am besten schriftlich?"],
  ["¿Cómo puedo cambiar mi contraseña?", "¿Cómo puedo borrar mi cuenta?"],
  ["Comment annuler mon abonnement ?", "Comment changer mon adresse ?"],
  ["Como faço para cancelar a assinatura?", "Como faço para mudar o endereço?"],
  ["パスワードを変更する方法を教えてください", "有給休暇の申請方法を教えてください"],
  ["如何重置我的密码?", "如何删除我的账户?"],
  ["كيف يمكنني تغيير كلمة المرور؟", "كيف يمكنني حذف حسابي؟"],
  ["Как сбросить пароль?", "Как удалить аккаунт?"],
])("another question: %s → %s", (last, next) => {
  expect(questionSimilarity(last, next)).toBeLessThan(REPHRASE_FROM);
});

describe("questionSimilarity", () => {
  it.each([
    ["the same question", "Why?", "why", 1],
    ["half and full width", "ＡＢＣ　１２３", "abc 123", 1],
    ["nothing in common", "cats", "dogs", 0],
    ["two without a word", "???", "…", 0],
    ["an empty one", "", "Why?", 0],
  ])("%s", (_, one, other, expected) => {
    expect(questionSimilarity(one, other)).toBe(expected);
  });
  it("is symmetric", () => {
    const [one, other] = ["the red house and the red car", "a red car"];
    expect(questionSimilarity(one, other)).toBe(questionSimilarity(other, one));
  });
});
