import { describe, expect, it } from "vitest";
import { findPhones } from "./find-phones.ts";

const found = (text: string) => findPhones(text).map(({ start, end }) => text.slice(start, end));

/** Texts, each with all numbers that must be found in it. */
const holds = (cases: [text: string, ...numbers: string[]][]): void => {
  it.each(cases)("%s", (text, ...numbers) => {
    expect(found(text)).toEqual(numbers);
  });
};

describe("numbers in international form and no numbering plan", () => {
  holds([
    ["The desk has +41 82 555 12 34 now", "+41 82 555 12 34"],
    ["The desk has +41 (0)29 555 12 34 now", "+41 (0)29 555 12 34"],
    ["She wrote +447700 123 456", "+447700 123 456"],
    ["Ask +1-123-456-7890 for it", "+1-123-456-7890"],
    ["Ask 001-123-456-7890 for it", "001-123-456-7890"],
    ["Ask 0041 82 555 12 34 for it", "0041 82 555 12 34"],
    ["His is +46-49 555.4838", "+46-49 555.4838"],
    ["From %2B41825551234 in the log", "%2B41825551234"],
    ["Phone: +04 74 40498718", "+04 74 40498718"],
    ["now+41 82 555 12 34please", "+41 82 555 12 34"],
  ]);
});

describe("numbers in unmistakable forms, in any country", () => {
  holds([
    ["The sheet has (047)123-4567 in it", "(047)123-4567"],
    ["The sheet has 147-123-4567 in it", "147-123-4567"],
    ["The sheet has 147.123.4567 in it", "147.123.4567"],
    ["The sheet has 147-123-4567x123 in it", "147-123-4567x123"],
    ["The sheet has (147)123-4567x01234 in it", "(147)123-4567x01234"],
    ["The sheet has 1471234567x123 in it", "1471234567x123"],
    ["The sheet has (07700) 123 456 in it", "(07700) 123 456"],
    ["The sheet has (147)1234567 in it", "(147)1234567"],
    ["The sheet has (88) 158-170 in it", "(88) 158-170"],
    ["The sheet has 0613-9040212 in it", "0613-9040212"],
    ["The sheet has 05 01.75-46 62 in it", "05 01.75-46 62"],
    ["Suite 12 147-123-4567", "147-123-4567"],
    ["**147-123-4567** and <td>(147) 123-4567</td>", "147-123-4567", "(147) 123-4567"],
    ["a list:147-123-4567,147-123-4568", "147-123-4567", "147-123-4568"],
  ]);
});

describe("numbers after a label", () => {
  holds([
    ["Phone:\n21 284 698 2548\n\nWebsite:", "21 284 698 2548"],
    ["Phone\n\n555 0123 44", "555 0123 44"],
    ["Phone numbers:\n- 1471234567", "1471234567"],
    ["Phone:\\n1471234567\\nFax:\\n1471234568", "1471234567", "1471234568"],
    ["tel1471234567", "1471234567"],
    ["Mobile: 84 23 30", "84 23 30"],
    ["Desk: 147-1234567", "147-1234567"],
    ['{"phoneNumber":"1471234567","homePhone": "1471234568"}', "1471234567", "1471234568"],
    ["phone_number=1471234567&x=1", "1471234567"],
    ["<b>Tel:</b> <i>1471234567</i>", "1471234567"],
    ["| Phone | 1471234567 |", "1471234567"],
    ["**Phone:** 1471234567", "1471234567"],
    ["Tlf. 914 54 925", "914 54 925"],
    ["Τηλ: 1471234567, тел. 1471234568", "1471234567", "1471234568"],
    ["84 23 30 office\n445 6271 fax\n28-64-27-85 mobile", "84 23 30", "445 6271", "28-64-27-85"],
    ["25 470375-Office,445 6271-Fax", "25 470375", "445 6271"],
    ["84 23 30 (mobile), 445 6271 – home", "84 23 30", "445 6271"],
    ["1471234567 is my work number", "1471234567"],
    ["Phone 147-123-4567 or 1471234568 / 1471234569", "147-123-4567", "1471234568", "1471234569"],
  ]);
});

describe("numbers to be called or texted", () => {
  holds([
    ["nothing came to my registered 1471234567, why?", "1471234567"],
    ["stop sending messages to 468 06 892", "468 06 892"],
    ["They are not answering at 147-1234567", "147-1234567"],
    ["have the manager call me at 1471234567 I'd like to talk", "1471234567"],
    ["The code was sent to 1471234567", "1471234567"],
    ["reach me on 031-365-314", "031-365-314"],
    ["You have a missed call from 1471234567.", "1471234567"],
  ]);
});

describe("extensions", () => {
  holds([
    ["(415) 555-2671 ext. 12", "(415) 555-2671 ext. 12"],
    ["415-555-2671, ext 12", "415-555-2671, ext 12"],
    ["415-555-2671x0514", "415-555-2671x0514"],
    ["tel:+1-415-555-2671;ext=12", "+1-415-555-2671;ext=12"],
    ["01 42 68 53 00 poste 123", "01 42 68 53 00 poste 123"],
    ["415-555-2671 extension number 12", "415-555-2671 extension number 12"],
  ]);
});

describe("numbers that are not phone numbers", () => {
  holds([
    ["The story tells of 1990-2020, and 1990 2000 2010"],
    ["Call volume rose from 1200000 to 1500000"],
    ["Mobile subscribers: 12345678; phones sold: 1 234 567"],
    ["call 1000000 users, text 10 000 000 people"],
    ["pbkdf2 with { c: 524288, d: 1048576 }"],
    ["--error-text: #171717;"],
    ["Cell widths (bug #779835) and table cell 12 of 24"],
    ["Boston, MA 02110-1301"],
    ["version 1:15~++20220309105819+8bef17"],
    ["order 147-123-4567, invoice no. (147) 123-4567, license 147-123-4567"],
    ["1200 x 1000000 px, $147.123.4567"],
    ["+1.000.000.000 points, +250 000 000 more"],
    ["2024-01-15 10:30:00, 15.01.2024 10:30, call me on 2024-01-15"],
    ["192.168.100.200, 1.2.3.4567, ISBN 978-3-16-148410-0"],
    ["147-123-45678 and 1147-123-4567 and 147-123-4567-8"],
    ["550e8400-e29b-41d4-a716-446655440000"],
    ["12 345 678 900 and 0.123 456 7890"],
  ]);
});

describe("numbers under a heading", () => {
  holds([
    ["name,phone,order\nAda,1471234567,9876543210\nEve,1471234568,9876543211", "1471234567", "1471234568"],
    ['"Phone";"Id"\r\n"1471234567";"9876543210"', "1471234567"],
    ["| Name | Home phone | Id |\n| --- | --- | --- |\n| Ada | 1471234567 | 9876543210 |", "1471234567"],
    ["id\tmobile\n9876543210\t1471234567", "1471234567"],
    ["id,total\n9876543210,1471234567"],
    ["phone\n\n9876543210,1471234567"],
  ]);
});
