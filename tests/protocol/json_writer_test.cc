#include "protocol/jsonrpc/json_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "protocol/jsonrpc/utf8.h"

using namespace afterword::jsonrpc;

namespace {

std::string round_trip(std::string_view text) { return nlohmann::json::parse(to_json(text)).get<std::string>(); }

}  // namespace

TEST_CASE("strings are escaped so that they come back the same") {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  CHECK(round_trip(all) == all);
  CHECK(round_trip("Zo\xC3\xAB \xE2\x80\xA8 \xF0\x9F\x98\x80") == "Zo\xC3\xAB \xE2\x80\xA8 \xF0\x9F\x98\x80");
  CHECK(to_json("a\"b\\c\n\x01\x7f") == "\"a\\\"b\\\\c\\n\\u0001\x7f\"");
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD") {
  const std::string u = "\xEF\xBF\xBD";
  CHECK(round_trip("a\xFF"
                   "b") == "a" + u + "b");
  CHECK(round_trip("\xC3") == u);
  CHECK(round_trip("\xE2\x82\"") == u + u + "\"");
  CHECK(round_trip("\xED\xA0\x80") == u + u + u);
  CHECK(round_trip("\xC0\x80") == u + u);
}

TEST_CASE("any bytes give JSON that parses, valid ones unchanged") {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    const std::size_t size = random() % 24;
    for (std::size_t k = 0; k < size; ++k)
      text += random() % 2 ? static_cast<char>(random()) : "\xC3\xA9\"\\a\xF0\x9F"[random() % 7];
    const std::string back = round_trip(text);
    CHECK(afterword::utf8::is_valid(back));
    if (afterword::utf8::is_valid(text)) CHECK(back == text);
  }
}

TEST_CASE("structure, numbers and absent values") {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.key("a");
  encode(writer, std::vector<int>{1, -2, 3});
  writer.key("b");
  writer.begin_object();
  writer.end_object();
  writer.key("c");
  encode(writer, std::numeric_limits<std::int64_t>::min());
  writer.key("d");
  encode(writer, 0.5);
  writer.key("e");
  encode(writer, std::nan(""));
  writer.key("f");
  encode(writer, Any::of_text(R"([{},"x"])"));
  writer.key("g");
  encode(writer, std::optional<bool>());
  writer.key_text("h\"");
  encode(writer, std::vector<std::vector<bool>>{{}, {true}});
  writer.end_object();
  CHECK(out ==
        R"({"a":[1,-2,3],"b":{},"c":-9223372036854775808,"d":0.5,"e":null,"f":[{},"x"],"g":null,"h\"":[[],[true]]})");
  CHECK(nlohmann::json::accept(out));
}
