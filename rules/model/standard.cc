#include "rules/model/standard.h"

#include "rules/model/classifier.h"
#include "rules/phrases/book.h"

namespace afterword {

const Checker& standard_checker() {
  static const Checker checker(all_rules(), model::ModelClassifier::standard(), phrases::Book::standard());
  return checker;
}

}  // namespace afterword
