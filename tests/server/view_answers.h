// What has to hold of the answers that show a document, whatever it reads: folds have lines, selections grow, symbols
// lie in their parents, edits of a rename do not overlap, changes of tokens lead to the tokens. For one document.
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace afterword::tests {

class ViewAnswers {
 public:
  using Json = nlohmann::json;
  /// Sends a request with these parameters, the document filled in, and gives its result.
  using Ask = std::function<Json(const std::string& method, Json params)>;

  /// Asks for all views. `at` and `other` are any positions.
  void check(const Ask& ask, const Json& at, const Json& other);
  /// How many names were renamed on the way.
  std::size_t renamed() const { return renamed_; }

 private:
  void check_names(const Ask& ask, const Json& at);
  void check_tokens(const Ask& ask, const Json& at, const Json& other);

  std::size_t renamed_ = 0;
  std::string token_id_;
  Json tokens_ = Json::array();
};

}  // namespace afterword::tests
