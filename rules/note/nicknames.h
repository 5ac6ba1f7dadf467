// Given names and the short forms people go by, most of them English. Data only, included by personal_names.cc.
#pragma once

#include <array>
#include <string_view>

namespace afterword {

struct Nickname {
  std::string_view full, brief;
};
inline constexpr auto nicknames = std::to_array<Nickname>(
    {{"abigail", "abby"},     {"augustus", "gus"},      {"caroline", "caro"},    {"christopher", "topher"},
     {"francisco", "paco"},   {"guillermo", "memo"},    {"jose", "pepe"},        {"mary", "polly"},
     {"nikolaus", "klaus"},   {"philippa", "pip"},      {"rosalind", "roz"},     {"theodora", "thea"},
     {"yevgenia", "zhenya"},  {"alexander", "alex"},    {"alexander", "sasha"},  {"alexander", "sandy"},
     {"alexandra", "sandy"},  {"katherine", "kit"},     {"christopher", "kit"},  {"alexandra", "alex"},
     {"alexandra", "sandra"}, {"alexandra", "sasha"},   {"aleksandra", "ola"},   {"alfred", "alf"},
     {"alison", "ali"},       {"andrew", "andy"},       {"andrew", "drew"},      {"agnieszka", "aga"},
     {"angela", "angie"},     {"anthony", "tony"},      {"arthur", "art"},       {"barbara", "barb"},
     {"bartholomew", "bart"}, {"beatrice", "bea"},      {"beatrix", "bea"},      {"beatriz", "bea"},
     {"benjamin", "ben"},     {"bernard", "bernie"},    {"bradley", "brad"},     {"caroline", "carrie"},
     {"catherine", "cathy"},  {"catherine", "kate"},    {"charles", "charlie"},  {"charles", "chuck"},
     {"charlotte", "lottie"}, {"christina", "tina"},    {"christine", "chris"},  {"christopher", "chris"},
     {"cynthia", "cindy"},    {"daniel", "dan"},        {"daniel", "danny"},     {"david", "dave"},
     {"deborah", "deb"},      {"deborah", "debbie"},    {"dominic", "dom"},      {"donald", "don"},
     {"dorothy", "dot"},      {"edward", "ed"},         {"edward", "eddie"},     {"edward", "ted"},
     {"eleanor", "ellie"},    {"elizabeth", "beth"},    {"elizabeth", "betty"},  {"elizabeth", "eliza"},
     {"elizabeth", "libby"},  {"elizabeth", "lisa"},    {"elizabeth", "liz"},    {"emily", "em"},
     {"ernest", "ernie"},     {"eugene", "gene"},       {"ferdinand", "ferdi"},  {"florence", "flo"},
     {"folasade", "fola"},    {"frances", "fran"},      {"francis", "frank"},    {"franklin", "frank"},
     {"frederick", "fred"},   {"gabriel", "gabe"},      {"geoffrey", "geoff"},   {"gerald", "gerry"},
     {"gertrude", "trudy"},   {"gregory", "greg"},      {"gwendolyn", "gwen"},   {"harold", "harry"},
     {"henry", "harry"},      {"henry", "hank"},        {"isabella", "bella"},   {"isabelle", "izzy"},
     {"jacob", "jake"},       {"jacqueline", "jackie"}, {"james", "jamie"},      {"james", "jim"},
     {"janet", "jan"},        {"jeffrey", "jeff"},      {"jennifer", "jen"},     {"jennifer", "jenny"},
     {"jeremy", "jerry"},     {"jessica", "jess"},      {"joanne", "jo"},        {"john", "jack"},
     {"john", "johnny"},      {"jonathan", "jon"},      {"joseph", "joe"},       {"josephine", "jo"},
     {"joshua", "josh"},      {"judith", "judy"},       {"julia", "jules"},      {"katarzyna", "kasia"},
     {"katherine", "kate"},   {"katherine", "kathy"},   {"kathleen", "kath"},    {"kenneth", "ken"},
     {"kimberly", "kim"},     {"laurence", "larry"},    {"lawrence", "larry"},   {"leonard", "len"},
     {"leonard", "leo"},      {"leonardo", "leo"},      {"leopold", "leo"},      {"lillian", "lily"},
     {"louise", "lou"},       {"madeleine", "maddie"},  {"malgorzata", "gosia"}, {"margaret", "maggie"},
     {"margaret", "meg"},     {"margaret", "peggy"},    {"marguerite", "margo"}, {"matilda", "tilly"},
     {"matthew", "matt"},     {"maximilian", "max"},    {"melissa", "mel"},      {"michael", "mick"},
     {"michael", "mike"},     {"michelle", "shelly"},   {"miriam", "mim"},       {"mohammed", "mo"},
     {"mohamed", "mo"},       {"muhammad", "mo"},       {"natalie", "nat"},      {"natasha", "tasha"},
     {"nathaniel", "nate"},   {"nathan", "nate"},       {"nicholas", "nick"},    {"nicole", "nicky"},
     {"oliver", "ollie"},     {"pamela", "pam"},        {"patricia", "pat"},     {"patricia", "trish"},
     {"patrick", "pat"},      {"patrick", "paddy"},     {"penelope", "penny"},   {"peter", "pete"},
     {"philip", "phil"},      {"phillip", "phil"},      {"priyanka", "priya"},   {"rachel", "rach"},
     {"randall", "randy"},    {"raymond", "ray"},       {"rebecca", "becky"},    {"rebecca", "becca"},
     {"reginald", "reg"},     {"richard", "dick"},      {"richard", "rich"},     {"richard", "rick"},
     {"robert", "bob"},       {"robert", "bobby"},      {"robert", "rob"},       {"roderick", "rod"},
     {"ronald", "ron"},       {"rosalind", "ros"},      {"russell", "russ"},     {"samantha", "sam"},
     {"samuel", "sam"},       {"sarah", "sally"},       {"sebastian", "seb"},    {"stanley", "stan"},
     {"stephanie", "steph"},  {"stephen", "steve"},     {"steven", "steve"},     {"susan", "sue"},
     {"suzanne", "sue"},      {"tamsin", "tam"},        {"terence", "terry"},    {"theodore", "ted"},
     {"theodore", "theo"},    {"theresa", "terry"},     {"thomas", "tom"},       {"timothy", "tim"},
     {"tobias", "toby"},      {"valerie", "val"},       {"victoria", "vicky"},   {"victoria", "tori"},
     {"vincent", "vince"},    {"virginia", "ginny"},    {"walter", "walt"},      {"wilhelmina", "mina"},
     {"william", "bill"},     {"william", "will"},      {"william", "billy"},    {"zachary", "zach"}});

}  // namespace afterword
