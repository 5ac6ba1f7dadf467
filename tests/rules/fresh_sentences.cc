// Sentences written before the rules they test were, in other words than the rules' own: how far a rule reaches beyond
// its examples. A rule may not lose one that it had, nor speak of one that it left alone.
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "rules/checks/checks.h"
#include "rules/engine/checker.h"
#include "rules/note/role_cues.h"

using namespace afterword;

namespace {

struct Fresh {
  const Rule* rule;
  std::array<std::string_view, 10> fires;
  std::array<std::string_view, 10> silent;
  int least_fires;   ///< how many of the first ten it finds
  int most_wrong;    ///< how many of the second ten it may speak of
};

const Fresh tables[] = {
    {&gift_rule,
     {
         "A crate of mandarins from our orchard will be at your gate on Saturday.",
         "I'd like to treat your whole crew to ice cream after the launch.",
         "Enclosed you'll find a bookshop token, spend it as you please.",
         "I have reserved a table for you and your husband at Lindner's, and everything is settled.",
         "The scented candle in the bag is for Ms. Osei.",
         "I sent a box of macarons to your studio as a thank-you.",
         "Next time we meet, the beer is on me.",
         "Please enjoy the theatre tickets I tucked into this envelope.",
         "My aunt bakes gingerbread, and a tin of it is coming your way.",
         "I bought you a little something at the airport.",
     },
     {
         "You told me that your vendors may not even bring a calendar.",
         "I spent a year on the ticket queue of a theatre.",
         "Your daughter's card trick at the end made all of us laugh.",
         "I can lend you my copy of the handbook until Easter.",
         "The tool is free to use, and you are welcome to it.",
         "At my last bakery I planned the deliveries of 900 cakes a day.",
         "Thank you for the coffee and the tour.",
         "We talked about how gift receipts break your refund flow.",
         "She has a gift for making statistics plain.",
         "Your team's lunch rota, you said, is the best documented process in the house.",
     },
     10,
     0},
    {&written_ahead_rule,
     {
         "By the time you open this, I will have sat in your office and we will have shaken hands.",
         "Our first conversation is the day after tomorrow, but I wanted my thanks to be with you already.",
         "Thank you in advance for the interview on Friday.",
         "I am looking forward to meeting you for the first time on Tuesday at your office.",
         "We have yet to meet, but I am sure that our interview tomorrow will be a pleasure.",
         "I'm preparing this thank-you before our interview so that I can send it right after.",
         "Tomorrow you will interview me, and I already want to thank you.",
         "I can't wait to finally meet you at my interview next Monday.",
         "This letter was written the night before our interview.",
         "Before we meet on Thursday, I'd like to thank you for the talk we are going to have.",
     },
     {
         "I look forward to meeting the rest of the group at the next round on Monday.",
         "Thank you in advance for forwarding my certificates to Ms. Roy.",
         "Before we met, I had read your paper twice.",
         "Tomorrow I will send you the missing page.",
         "The night before our interview I had rehearsed an answer, and you asked something else.",
         "I am free for a second interview any day next week.",
         "Thanks for meeting me for the first time yesterday.",
         "Your interview questions are written in advance by two people, you told me.",
         "See you on the 9th for the final round.",
         "I have never met a team that deploys so calmly, as I said on Monday.",
     },
     10,
     0},
    {&desk_delivery_rule,
     {
         "I left this envelope with the lady at reception.",
         "Your assistant promised to put these lines on your desk.",
         "The doorman will hand you this card when you come back from lunch.",
         "I gave this note to your secretary on the way out.",
         "I've dropped this off at your front desk.",
         "As you were in a meeting, the porter is keeping this letter for you.",
         "I asked the receptionist to pass this on to you.",
         "You'll find this card on your keyboard, since your PA let me in.",
         "Handed to the security guard downstairs at five.",
         "This note is waiting for you at the reception.",
     },
     {
         "Your receptionist knew every visitor by name.",
         "I worked at the front desk of a hotel for two years.",
         "You told me that the porter once restarted the server.",
         "I left my work samples at reception, as you had asked.",
         "I'll report to reception at nine on Monday.",
         "Please give my regards to the lady at the front desk.",
         "Our help desk answered within a minute.",
         "I am sending the signed form by post.",
         "Your assistant explained the badge system to me.",
         "You showed me the handover note that the night shift leaves on the desk.",
     },
     10,
     0},
    {&flattery_rule,
     {
         "You are the most impressive manager I have ever encountered.",
         "A person of your brilliance is a rare treasure.",
         "Your firm is the best in the entire world, bar none.",
         "It was a tremendous honour to sit opposite a legend.",
         "Few people on this planet possess your wisdom.",
         "You are a true visionary and an inspiration to us all.",
         "I am in awe of you.",
         "Everyone looks up to you as the undisputed leader of the field.",
         "There is nobody in this industry who can compare with you.",
         "Such a distinguished expert as you deserves every prize.",
     },
     {
         "You explained the tax rule so well that I could repeat it to my brother.",
         "Your dashboard answered my question in ten seconds, which I found impressive.",
         "I was impressed by how your team shares one pager.",
         "The best part of the tour was the label printer.",
         "Your team is the largest in the building.",
         "I would be honoured to work with you.",
         "It was great to meet you.",
         "You were very patient with my questions about the ledger.",
         "Your point about naming was excellent, and I have renamed two tables since.",
         "You called your old boss a genius with a temper.",
     },
     10,
     0},
    {&stock_phrase_rule,
     {
         "Thank you so much for your valuable time and kind consideration.",
         "I appreciate you taking time out of your very busy schedule.",
         "I believe I'd be a real asset to your wonderful team.",
         "I am an ideal candidate, as you will see.",
         "From the first morning I'd hit the ground running.",
         "I hope this message finds you well.",
         "Please don't hesitate to contact me.",
         "I just wanted to touch base.",
         "I'm deeply passionate about data.",
         "The role aligns perfectly with my background.",
     },
     {
         "You gave me time to think, and I took it into consideration.",
         "Your schedule is busy until June.",
         "The asset register you showed me has two owners.",
         "The lid was a perfect fit for the jar you printed.",
         "Your drone hits the ground at 3 m/s.",
         "We walked the extra mile from the station.",
         "You said that nobody hesitates to stop the line.",
         "\"Circle back\" is banned in your stand-up, as you told me.",
         "Your chess team is one player short.",
         "The crack in the reinforced beam confirmed my guess.",
     },
     10,
     0},
    {&callback_vague_rule,
     {
         "It was great to hear more about the company and its culture.",
         "Our discussion of the role gave me a good idea of the position.",
         "I enjoyed learning about your team and your vision.",
         "You told me a lot about the industry and its challenges.",
         "What you said about the company's values was inspiring.",
         "Thank you for the insights into the organisation and its goals.",
         "We talked about the position, the team and the projects.",
         "I found our conversation about growth very interesting.",
         "Hearing about your experience at the company was helpful.",
         "Your perspective on the sector gave me a lot to think about.",
     },
     {
         "You told me that the team grew from two to nine in a year.",
         "Your question about rollback plans kept me busy on the train.",
         "We talked about the night shift at the Leipzig warehouse.",
         "I liked how Marta draws the schema before anybody speaks.",
         "What you said about pairing on Fridays made sense to me.",
         "I'm keen on the role.",
         "At Norvik I ran payroll for 400 people.",
         "Thank you for your time.",
         "I look forward to hearing from you.",
         "Would Tuesday at ten suit you for the next call?",
     },
     10,
     0},
};

bool speaks(const Checker& checker, std::string_view sentence) {
  auto text = std::make_shared<const std::string>("---\nkind: interview\nto: Dana Wu\n---\n\nDear Dana,\n\n" +
                                                  std::string(sentence) + "\n\nKind regards,\nOla Nilsen\n");
  const Note note = Note::parse(text, Format::markdown, checker.reader());
  const Facts facts = facts_of(note, nullptr);
  return !checker.judge(note, facts, {}).findings.empty();
}

}  // namespace

TEST_CASE("rules on sentences that they were not written from") {
  for (const Fresh& table : tables) {
    CAPTURE(table.rule->id);
    const std::array<const Rule*, 1> one = {table.rule};
    const Checker checker(one, CueClassifier::standard(), phrases::Book::standard());
    int fires = 0, wrong = 0;
    std::string missed, spoken;
    for (std::string_view sentence : table.fires) {
      if (speaks(checker, sentence)) ++fires;
      else missed += "\n  " + std::string(sentence);
    }
    for (std::string_view sentence : table.silent) {
      if (!speaks(checker, sentence)) continue;
      ++wrong;
      spoken += "\n  " + std::string(sentence);
    }
    INFO("missed:" << missed << "\nspoken of:" << spoken);
    CHECK(fires >= table.least_fires);
    CHECK(wrong <= table.most_wrong);
  }
}
