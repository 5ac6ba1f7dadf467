// Plain English words that somebody may write in capitals for weight. What is missing here passes: capitals are mostly
// an abbreviation, a product or code, and no list holds all of those.
#pragma once

#include <array>
#include <string_view>

namespace afterword {

/// Words that mean nothing else in capitals: one of them is enough. Sorted.
inline constexpr auto surely_shouted = std::to_array<std::string_view>(
    {"absolutely", "again",        "also",         "always",        "amazing",    "amazingly", "annoying",
     "anybody",    "anymore",      "anyone",       "anything",      "awesome",    "awful",     "beautiful",
     "because",    "believe",      "best",         "beyond",        "brilliant",  "cannot",    "certainly",
     "clearly",    "completely",   "could",        "crazy",         "definitely", "desperate", "desperately",
     "easily",     "eight",        "eighty",       "eleven",        "enjoyed",    "enormous",  "enough",
     "entire",     "entirely",     "especially",   "even",          "ever",       "every",     "everybody",
     "everyone",   "everything",   "exactly",      "excellent",     "excited",    "exciting",  "extremely",
     "fantastic",  "favorite",     "favourite",    "fifty",         "finally",    "forever",   "forget",
     "forty",      "fully",        "genuinely",    "glad",          "gorgeous",   "grateful",  "great",
     "greatest",   "greatly",      "happier",      "happiest",      "happy",      "heard",     "highly",
     "honestly",   "hoping",       "huge",         "hugely",        "hundred",    "hundreds",  "immediately",
     "impressed",  "impressive",   "incredible",   "incredibly",    "indeed",     "inspired",  "instantly",
     "interested", "just",         "knew",         "know",          "less",       "literally", "looking",
     "love",       "loved",        "lovely",       "loves",         "many",       "maybe",     "million",
     "millions",   "more",         "most",         "much",          "must",       "myself",    "need",
     "needed",     "needs",        "never",        "ninety",        "nobody",     "nothing",   "obviously",
     "only",       "outstanding",  "perfect",      "perfectly",     "personally", "please",    "pleased",
     "positively", "probably",     "proud",        "quickly",       "quite",      "realise",   "realize",
     "really",     "seriously",    "seven",        "seventy",       "should",     "simply",    "sincerely",
     "sixty",      "someone",      "something",    "soon",          "sorry",      "still",     "strongly",
     "super",      "superb",       "surely",       "terrible",      "terribly",   "terrific",  "thank",
     "thanked",    "thankful",     "thanks",       "that",          "their",      "them",      "themselves",
     "there",      "these",        "they",         "things",        "think",      "thirty",    "this",
     "thoroughly", "those",        "thought",      "thousand",      "thousands",  "three",     "thrilled",
     "today",      "tomorrow",     "tonight",      "totally",       "tremendous", "truly",     "twelve",
     "twenty",     "unbelievable", "unbelievably", "unforgettable", "urgently",   "usually",   "very",
     "want",       "wanted",       "wants",        "were",          "what",       "whatever",  "whole",
     "willing",    "without",      "wonderful",    "worst",         "would",      "yesterday", "your",
     "yours",      "yourself"});

/// Words that are also an abbreviation (NICE, SAFE, IT), a label (URGENT, DONE) or code (WITH, LIKE), and short ones:
/// they count beside another word of these lists. Sorted.
inline constexpr auto shouted_in_company = std::to_array<std::string_view>(
    {"about",  "absolute",    "after",     "all",      "am",       "an",      "and",   "any",    "are",       "as",
     "ask",    "at",          "bad",       "be",       "been",     "better",  "big",   "both",   "but",       "by",
     "call",   "came",        "can",       "chance",   "come",     "day",     "days",  "dear",   "did",       "do",
     "does",   "done",        "dream",     "eager",    "early",    "else",    "email", "feel",   "few",       "first",
     "five",   "follow",      "for",       "four",     "free",     "friday",  "from",  "fun",    "get",       "give",
     "go",     "going",       "good",      "got",      "had",      "has",     "have",  "he",     "hear",      "help",
     "her",    "here",        "him",       "his",      "hope",     "how",     "i",     "if",     "important", "in",
     "into",   "is",          "it",        "its",      "job",      "keep",    "last",  "later",  "learned",   "let",
     "life",   "like",        "little",    "long",     "look",     "made",    "make",  "matter", "may",       "me",
     "meet",   "meeting",     "mind",      "miss",     "monday",   "my",      "new",   "next",   "nice",      "nine",
     "no",     "not",         "now",       "of",       "off",      "offer",   "oh",    "ok",     "on",        "once",
     "one",    "opportunity", "or",        "other",    "our",      "ours",    "out",   "over",   "own",       "part",
     "people", "perhaps",     "place",     "position", "possible", "promise", "put",   "read",   "ready",     "reply",
     "right",  "role",        "said",      "same",     "saturday", "say",     "see",   "she",    "since",     "six",
     "so",     "some",        "start",     "such",     "sunday",   "sure",    "take",  "talk",   "team",      "ten",
     "than",   "the",         "then",      "thing",    "thursday", "time",    "to",    "told",   "too",       "tuesday",
     "two",    "under",       "until",     "up",       "urgent",   "us",      "use",   "visit",  "waiting",   "was",
     "way",    "we",          "wednesday", "week",     "welcome",  "well",    "when",  "where",  "which",     "while",
     "who",    "why",         "will",      "wish",     "with",     "woman",   "work",  "wow",    "wrong",     "year",
     "years",  "yes",         "you"});

}  // namespace afterword
