// Words of chats and text messages, and what a letter says instead.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "rules/note/lexicon.h"

namespace afterword {

struct ChatWord {
  std::string_view pattern;
  std::string_view instead;  ///< empty: it is left out
  bool in_capitals = false;  ///< written in capitals it is the same word, and no name
  bool only_spoken = false;  ///< a letter or a syllable with other meanings: only its neighbours tell
};

inline constexpr auto chat_words = std::to_array<ChatWord>({
    {"hey", "", true, true},
    {"u", "you", true, true},
    {"ur", "your", false, true},
    {"ya", "you", false, true},
    {"u r", "you are", false},
    {"r u", "are you", false},
    {"thx", "thanks", false},
    {"thnx", "thanks", true},
    {"thanx", "thanks", true},
    {"tnx", "thanks", false},
    {"ty (for|so much|again)", "", false},
    {"tysm", "thank you", true},
    {"pls", "please", true},
    {"plz", "please", true},
    {"btw", "by the way", true},
    {"tbh", "to be honest", true},
    {"idk", "I do not know", true},
    {"imo", "in my view", false},
    {"imho", "in my view", true},
    {"fwiw", "for what it is worth", true},
    {"afaik", "as far as I know", true},
    {"iirc", "if I remember rightly", true},
    {"ngl", "honestly", false},
    {"gonna", "going to", true},
    {"wanna", "want to", true},
    {"gotta", "have to", true},
    {"lemme", "let me", true},
    {"gimme", "give me", true},
    {"kinda", "rather", true},
    {"sorta", "rather", true},
    {"dunno", "do not know", true},
    {"coulda", "could have", true},
    {"shoulda", "should have", true},
    {"woulda", "would have", true},
    {"prolly", "probably", true},
    {"probs", "probably", true},
    {"defo", "definitely", true},
    {"obvs", "obviously", true},
    {"cuz", "because", true},
    {"coz", "because", true},
    {"b/c", "because", true},
    {"tho", "though", false},
    {"thru", "through", false},
    {"nite", "night", false},
    {"tmrw", "tomorrow", true},
    {"tmr", "tomorrow", false},
    {"tmw", "tomorrow", false},
    {"2moro", "tomorrow", true},
    {"2morrow", "tomorrow", true},
    {"tomoz", "tomorrow", true},
    {"tonite", "tonight", true},
    {"2nite", "tonight", true},
    {"gr8", "great", true},
    {"l8r", "later", true},
    {"ppl", "people", false},
    {"sry", "sorry", false},
    {"soz", "sorry", false},
    {"convo", "conversation", false},
    {"luv", "love", false},
    {"lol", "", true},
    {"lmao", "", true},
    {"rofl", "", true},
    {"omg", "", true},
    {"haha", "", true},
    {"hahaha", "", true},
    {"hehe", "", false},
    {"xoxo", "", true},
    {"ttyl", "", true},
    {"brb", "", true},
});

/// One pattern a word, its index for a tag.
constexpr auto chat_patterns() {
  std::array<Pattern, chat_words.size()> made{};
  for (std::size_t i = 0; i < made.size(); ++i) made[i] = {chat_words[i].pattern, static_cast<std::uint16_t>(i)};
  return made;
}

}  // namespace afterword
