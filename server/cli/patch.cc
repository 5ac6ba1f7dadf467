#include "server/cli/patch.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "server/session/workspace.h"

namespace afterword::cli {

namespace {

constexpr std::size_t context = 3;  // lines

using Lines = std::vector<std::string_view>;  // each with its "\n", the last perhaps without

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// Whole lines [first, last) of the text before, and what stands there instead.
struct Change {
  std::size_t first = 0, last = 0;
  std::vector<std::string> lines;
};

class Changes {
 public:
  Changes(std::string_view before, const std::vector<Edit>& edits) : before_(before), lines_(lines_of(before)) {
    std::size_t at = 0;
    for (const std::string_view line : lines_) {
      starts_.push_back(at);
      at += line.size();
    }
    starts_.push_back(at);
    for (std::size_t i = 0; i < edits.size();) i = add(edits, i);
  }

  const Lines& lines() const { return lines_; }
  const std::vector<Change>& all() const { return changes_; }

 private:
  /// The line that holds a byte; behind the last "\n" it is one more than there are.
  std::size_t line_of(std::size_t byte) const {
    if (byte == before_.size() && !before_.empty() && before_.back() != '\n') return lines_.size() - 1;
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end() - 1, byte) - starts_.begin()) -
           (byte < before_.size() ? 1 : 0);
  }

  /// Takes up edits that touch the same lines, from the one at `i` on; gives the next.
  std::size_t add(const std::vector<Edit>& edits, std::size_t i) {
    Change& change = changes_.emplace_back();
    change.first = line_of(edits[i].span.begin);
    std::size_t at = starts_[change.first];
    std::string after;
    do {
      change.last = std::max(change.last, std::min(line_of(edits[i].span.end) + 1, lines_.size()));
      after += before_.substr(at, edits[i].span.begin - at);
      after += edits[i].text;
      at = edits[i].span.end;
    } while (++i < edits.size() && line_of(edits[i].span.begin) < change.last);
    after += before_.substr(at, starts_[change.last] - at);
    for (const std::string_view line : lines_of(after)) change.lines.emplace_back(line);
    trim(change);
    return i;
  }

  /// Leaves out lines at both ends that stay as they are.
  void trim(Change& change) {
    std::size_t head = 0;
    while (change.first < change.last && head < change.lines.size() && lines_[change.first] == change.lines[head])
      ++change.first, ++head;
    while (change.first < change.last && change.lines.size() > head && lines_[change.last - 1] == change.lines.back())
      --change.last, change.lines.pop_back();
    change.lines.erase(change.lines.begin(), change.lines.begin() + static_cast<std::ptrdiff_t>(head));
    if (change.first == change.last && change.lines.empty()) changes_.pop_back();
  }

  std::string_view before_;
  Lines lines_;
  std::vector<std::size_t> starts_;  // one more than lines
  std::vector<Change> changes_;
};

void write(std::string& to, char mark, std::string_view line) {
  to += mark;
  to += line;
  if (!line.ends_with('\n')) to += "\n\\ No newline at end of file\n";
}

std::string range(std::size_t first, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

/// Changes [from, to), with the lines around them. `shift` is how many lines more there are after what came before.
std::string hunk(const Lines& lines, const Change* from, const Change* to, std::ptrdiff_t& shift) {
  const std::size_t first = from->first - std::min(from->first, context);
  const std::size_t last = std::min((to - 1)->last + context, lines.size());
  std::string out;
  std::size_t at = first, added = 0, taken = 0;
  for (const Change* change = from; change != to; ++change) {
    for (; at < change->first; ++at) write(out, ' ', lines[at]);
    for (; at < change->last; ++at, ++taken) write(out, '-', lines[at]);
    for (const std::string& line : change->lines) write(out, '+', line);
    added += change->lines.size();
  }
  for (; at < last; ++at) write(out, ' ', lines[at]);
  const std::size_t count = last - first;
  const auto now = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(first) + shift);
  shift += static_cast<std::ptrdiff_t>(added) - static_cast<std::ptrdiff_t>(taken);
  return fmt::format("@@ -{} +{} @@\n{}", range(first, count), range(now, count + added - taken), out);
}

/// As both tools read names: a tab ends one with blanks; quotation marks are around one with stranger characters.
std::string header_name(std::string_view prefix, std::string_view name) {
  const auto is_strange = [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  };
  if (std::none_of(name.begin(), name.end(), is_strange))
    return fmt::format("{}{}{}", prefix, name, name.find(' ') == std::string_view::npos ? "" : "\t");
  std::string out = fmt::format("\"{}", prefix);
  for (const char c : name) {
    if (!is_strange(c))
      out += c;
    else if (c == '"' || c == '\\')
      out += fmt::format("\\{}", c);
    else
      out += fmt::format("\\{:03o}", static_cast<unsigned>(c));
  }
  return out + '"';
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, const std::vector<Edit>& edits) {
  const Changes changes(before, edits);
  const std::vector<Change>& all = changes.all();
  if (all.empty()) return {};
  std::string out = fmt::format("--- {}\n+++ {}\n", header_name("a/", name), header_name("b/", name));
  std::ptrdiff_t shift = 0;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i + 1;
    while (end < all.size() && all[end].first - all[end - 1].last <= 2 * context) ++end;
    out += hunk(changes.lines(), all.data() + i, all.data() + end, shift);
    i = end;
  }
  return out;
}

std::string patch_name(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path file = fs::canonical(path, error);
  if (error) file = absolute_path(path);
  const fs::path folder = fs::canonical(fs::current_path(error), error);
  std::string near = error ? std::string() : file.lexically_relative(folder).string();
  return near.empty() || near.starts_with("../") ? file.string().substr(1) : near;
}

}  // namespace afterword::cli
