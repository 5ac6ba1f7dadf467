// Words of a list that is written as a text. Immutable after construction, any thread.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace afterword {

class WordList {
 public:
  /// Words with blanks between them; references `list`.
  explicit WordList(std::string_view list) {
    for (std::size_t at = 0; (at = list.find_first_not_of(' ', at)) != std::string_view::npos;) {
      const std::size_t end = std::min(list.find(' ', at), list.size());
      words_.push_back(list.substr(at, end - at));
      at = end;
    }
    std::sort(words_.begin(), words_.end());
  }
  bool holds(std::string_view word) const { return std::binary_search(words_.begin(), words_.end(), word); }

 private:
  std::vector<std::string_view> words_;
};

}  // namespace afterword
