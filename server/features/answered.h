// What a client was last told of each open document, for answers that something else than its text may change: the
// facts, the settings, the clock. Belongs to one feature of one session.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "server/session/session.h"

namespace afterword {

template <class T>
class Answered {
 public:
  /// Once the document has been judged.
  void put(const Document& document, T answer) {
    by_uri_[document.uri.text()] = {document.version, document.judged, std::move(answer)};
  }
  /// Null where nothing was told of it.
  T* find(const Document& document) {
    const auto found = by_uri_.find(document.uri.text());
    return found == by_uri_.end() ? nullptr : &found->second.answer;
  }

  /// Whether an answer is no longer right though its document reads the same, because that was judged anew. `differs`
  /// is asked of each of these, as bool(Document&, T&), and keeps the new answer. What is closed is forgotten. Costs
  /// nothing while somebody types: of a new text the client asks by itself.
  template <class Differs>
  bool any_outdated(Session& session, Differs differs) {
    bool outdated = false;
    for (auto at = by_uri_.begin(); at != by_uri_.end();) {
      Document* document = session.documents().find(at->first);
      if (!document) {
        at = by_uri_.erase(at);
        continue;
      }
      Told& told = at++->second;
      if (document->stale || document->version != told.version || document->judged == told.judged) continue;
      told.judged = document->judged;
      outdated = differs(*document, told.answer) || outdated;
    }
    return outdated;
  }

  /// visit(Document&, T&) for each of which something was told of the text as it stands.
  template <class Visit>
  void for_each(Session& session, Visit visit) {
    for (auto& [uri, told] : by_uri_)
      if (Document* document = session.documents().find(uri); document && document->version == told.version)
        visit(*document, told.answer);
  }

 private:
  struct Told {
    std::int32_t version = 0;
    std::uint32_t judged = 0;
    T answer;
  };
  std::map<std::string, Told> by_uri_;
};

}  // namespace afterword
