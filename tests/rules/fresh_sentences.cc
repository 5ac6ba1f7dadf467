// Sentences written before the rules they test were, in other words than the rules' own: how far a rule reaches beyond
// its examples. A rule may not lose one that it had, nor speak of one that it left alone.
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "rules/checks/checks.h"
#include "rules/engine/checker.h"
#include "rules/model/classifier.h"

using namespace afterword;

namespace {

struct Fresh {
  const Rule* rule;
  std::vector<std::string_view> fires;
  std::vector<std::string_view> silent;
  int least_fires;  ///< how many of the first it finds
  int most_wrong;   ///< how many of the second it may speak of
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
     9,
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
     9,
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
    {&gift_rule,
     {
         "Please find a small gift card for the bakery on the corner as a token of my thanks.",
         "I am sending flowers to your office this afternoon.",
         "I would love to take you out for lunch to say thank you.",
         "I brought some home-made cookies for everyone in the office.",
         "There is an Amazon voucher in this envelope for you.",
         "As a small thank-you, I got you two tickets for the game on Saturday.",
         "I have added a twenty euro note for the coffee fund.",
         "I hope you like the scarf I picked out for you.",
         "Please find a small gift card for the coffee shop downstairs as a token of my appreciation.",
         "A bottle of champagne is on its way to your office.",
         "I would like to give you a little present from Peru.",
         "I put two concert tickets in the envelope for you.",
         "Please enjoy the wine that I left for you.",
     },
     {
         "I have bought the book you recommended.",
         "I have sent you the spreadsheet you asked for.",
         "I brought your question to my old professor, and he had no answer either.",
         "I baked for a living for six years.",
         "Thank you for the coffee and the tour of the kitchen.",
         "We talked about the gift shop and how to shorten its queue.",
         "I sent your team the recording of my talk.",
         "I picked the wine list of your competitor apart last night.",
         "I am bringing a portfolio of my cakes to the trial shift.",
         "I will bring my own laptop on Thursday.",
         "You have a gift for asking the right question.",
         "I found the paper on cheese rinds and attached it for you.",
         "The present system drops one order in a hundred.",
         "I brought the numbers on the gift card fraud with me.",
         "I have posted the signed forms to your office.",
         "I have ordered the book you recommended and am halfway through.",
         "I brought your team's question to my mentor, and she laughed.",
         "I have sent you the wine data set that we talked about.",
         "I made you a table of the jams by weekday.",
         "I have bought the book you named.",
         "I made your team a diagram of the queue.",
         "I ordered the cheese you praised, and you were right.",
         "I bought a cake on the way home to celebrate our talk.",
         "I brought my mother to the museum you told me about.",
     },
     12,
     0},
    {&written_ahead_rule,
     {
         "Thank you in advance for our interview tomorrow.",
         "I can't wait to meet you tomorrow and talk about the job.",
         "I am writing to you the night before our interview.",
         "By the time you read this, we will have met.",
         "I look forward to our interview on Wednesday at ten.",
         "Before our conversation tomorrow I would like to thank you for the chance.",
         "I will see you at my interview tomorrow morning.",
         "Thanks for what I know will be a good conversation tomorrow.",
         "It will be a pleasure to meet you on Monday.",
         "We will meet on Friday for the first time, and I wanted to thank you beforehand.",
         "Tomorrow is our interview, and I want to thank you already.",
         "I hope our interview on Tuesday will go well.",
         "I am writing this before I have met you.",
     },
     {
         "I look forward to the second interview on Monday.",
         "I will meet Marta on Tuesday.",
         "Before we met, I thought that payroll was dull.",
         "I look forward to meeting the rest of the team next week.",
         "Our call on Friday made me want the job even more.",
         "I would be happy to come in again on Thursday.",
         "You will hear from me on Wednesday.",
         "It was good to meet you for the first time in person.",
         "Tomorrow I will try the recipe you told me about.",
         "I will be in Leeds on Friday and could come by.",
         "The first interview I ever had was in a barn.",
         "If you like, we can speak on Thursday about the start.",
         "I hope to see you at the fair next week.",
         "I look forward to our next talk on Monday.",
         "You will interview two more people this week, you said.",
         "Thank you for showing me the press on Monday. I will see you on Thursday for the site visit, as you "
         "proposed.",
         "You asked me about shift work on Monday. I look forward to meeting you on Thursday.",
         "I enjoyed our interview on Tuesday.",
         "Our interview on Monday was short but good.",
         "I look forward to meeting Hanna on Friday.",
         "Thank you for agreeing to interview me at such short notice.",
         "Thank you for the chance to interview with you yesterday.",
         "I will bring the plans when we meet on Thursday.",
         "I hope that the interviews with the others go well.",
     },
     12,
     0},
    {&desk_delivery_rule,
     {
         "I am leaving this note with the receptionist for you.",
         "I have left this letter on your desk.",
         "The security guard was kind enough to take this envelope for you.",
         "Your secretary promised to put this note on your desk.",
         "I handed this letter to the porter.",
         "The doorman will give you this card.",
         "I left it with the young man at the reception.",
         "This card reaches you through your assistant.",
         "I have given these lines to your secretary.",
         "I am handing this note in at reception.",
         "I asked the guard at the gate to give you this letter.",
         "This letter was left for you at reception.",
         "I put this note on your keyboard.",
     },
     {
         "Please thank the receptionist for the directions.",
         "Your receptionist told me about the new lift.",
         "You showed me the note on your desk about the broken pump.",
         "I handed the signed form to your assistant, as you asked.",
         "I am sending this note by e-mail.",
         "I left the samples with the porter.",
         "You said that notes left at the desk get lost.",
         "The card on the machine said that it was out of order.",
         "The security guard at my last job caught the leak first.",
         "I will collect the badge at reception on Monday.",
         "I would like to work on the information desk.",
         "Your secretary gave me the form and a pen.",
         "I noticed the thank-you cards on the wall of the reception.",
         "I have passed this idea on to my class.",
         "I can hand in the work permit at your office on Monday.",
         "I left a note for my landlord at the front desk.",
         "I spoke with the receptionist about the parking.",
         "I will give the key back to your receptionist on Friday.",
         "Your front desk was very friendly.",
         "I have put this on my calendar.",
         "I gave the presentation to my whole class.",
         "I sent this letter by post as well.",
     },
     12,
     0},
    {&flattery_rule,
     {
         "You are the best manager I have ever met.",
         "Your company is the greatest place to work in the country.",
         "I have never met anyone as smart as you.",
         "You are simply amazing.",
         "Your firm is second to none.",
         "No other company comes close to yours.",
         "I was blown away by your incredible intelligence.",
         "You are a wonderful human being and a born leader.",
         "Your company is the leading firm in the world.",
         "You are an absolute star.",
         "Nobody in this industry is as brilliant as you.",
         "I consider you a genius.",
         "You are without doubt the finest teacher in the city.",
     },
     {
         "You explained the roster better than anyone has before.",
         "I admire how you handled the question about the layoffs.",
         "It was an honour to be invited to the ward round.",
         "Your team is the only one in town that repairs the old lathes.",
         "You are the first person who asked me about the failed project.",
         "I would be honoured to work with your team.",
         "Your best example was the one about the broken scale.",
         "My first boss was a legend on the night shift.",
         "The greatest problem in my last job was the paper.",
         "You are in good hands with the new supplier.",
         "Your remarkable patience with the trainee made me want to work there.",
         "I was impressed by how quickly you found the fault.",
         "I enjoyed meeting a team that laughs so much.",
         "It was inspiring to hear how you got the school its new library.",
         "The most important thing I learned from you was to ask the nurses first.",
         "You asked the best question I have had in an interview.",
         "The most useful part was the hour in the archive.",
         "I worked for the best bakery in town before I came here.",
         "You are very busy in May, as you said.",
         "You explained the risks so clearly that I could tell my brother.",
         "I was impressed by your calm when the alarm went off.",
         "It is the largest hospital in the region, as you told me.",
     },
     12,
     0},
    {&stock_phrase_rule,
     {
         "I am passionate about education.",
         "I thrive in a fast-paced environment where no day is the same.",
         "I see a real synergy between my skills and your needs.",
         "The role aligns well with my background in sales.",
     },
     {
         "You set a dynamic environment variable for that, as I saw.",
         "You proved that the synergy of two pumps is a myth.",
         "You told me that half of the divers are passionate about the sea.",
         "The traces align well with my background noise model.",
     },
     4,
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
    const Checker checker(one, model::ModelClassifier::standard(), phrases::Book::standard());
    int fires = 0, wrong = 0;
    std::string missed, spoken;
    for (std::string_view sentence : table.fires) {
      if (speaks(checker, sentence))
        ++fires;
      else
        missed += "\n  " + std::string(sentence);
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
