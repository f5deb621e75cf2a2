#include "exam/sealed_bank.hpp"

#include "base/sha256.hpp"
#include "support/fault_names.hpp"
#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string random_bytes = std::string(62, '0') + "41";  // 31 times nothing, then `A`

BankKey key_of(const Bank& bank) {
  return {random_bytes, write_bank(bank)};
}

Bank explained_bank() {
  Bank bank = small_bank();
  bank.title = same("B");
  for (BankQuestion& question : bank.questions) {
    question.explanation = same("because");
    question.readings = {same("read so")};
  }
  bank.questions.push_back(choice_question("t1", QuestionKind::short_answer, "", '@'));
  bank.questions.back().model = same("as it is");
  return bank;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("the promise is the SHA-256 of the random bytes and the whole bank") {
    const BankKey key{random_bytes, "bank: b\n"};
    CHECK(promise_of(key) == sha256_hex(std::string(31, '\0') + "Abank: b\n"));
    CHECK(promise_of({random_bytes, "bank: c\n"}) != promise_of(key));
    CHECK(promise_of({std::string(64, '0'), key.text}) != promise_of(key));
  }

  TEST_CASE("only the key that was promised fits") {
    const Bank bank = explained_bank();
    const Bank sealed = sealed_bank(bank, promise_of(key_of(bank)));
    CHECK(fits(key_of(bank), sealed));
    Bank changed = bank;
    changed.questions[0].key = "C";
    CHECK_FALSE(fits(key_of(changed), sealed));
    CHECK_FALSE(fits({std::string(64, '1'), write_bank(bank)}, sealed));
    CHECK_FALSE(fits({"no digits", write_bank(bank)}, sealed));
    CHECK_FALSE(fits(key_of(bank), bank));
  }

  TEST_CASE("a bank is what a sealed one was made of as long as it asks the same") {
    const Bank bank = explained_bank();
    Bank part = bank;
    part.questions.pop_back();
    const Bank sealed = sealed_bank(part, promise_of(key_of(part)));
    CHECK(is_made_of(sealed, bank));
    Bank explained_better = bank;
    explained_better.questions[0].explanation = same("for another reason");
    CHECK(is_made_of(sealed, explained_better));
    Bank reworded = bank;
    reworded.questions[0].stem = same("something else?");
    CHECK_FALSE(is_made_of(sealed, reworded));
    Bank shorter = bank;
    shorter.questions.erase(shorter.questions.begin());
    CHECK_FALSE(is_made_of(sealed, shorter));
    Bank renamed = bank;
    renamed.id = "other";
    CHECK_FALSE(is_made_of(sealed, renamed));
  }

  TEST_CASE("a sealed bank asks the same and tells no key, and is read back so") {
    const Bank bank = explained_bank();
    const std::string text = write_bank(sealed_bank(bank, promise_of(key_of(bank))));
    for (const char* told : {"key:", "because", "read so", "as it is", "\"15\"", "model"})
      CHECK_MESSAGE(text.find(told) == std::string::npos, told);
    const auto sealed = load_drawn_bank(text, "q.yaml");
    REQUIRE_MESSAGE(sealed, fault_names(sealed));
    CHECK(sealed->sealed == promise_of(key_of(bank)));
    REQUIRE(sealed->questions.size() == bank.questions.size());
    for (std::size_t i = 0; i < bank.questions.size(); ++i) {
      const BankQuestion& asked = sealed->questions[i];
      CHECK(asked.stem == bank.questions[i].stem);
      CHECK(asked.choices.size() == bank.questions[i].choices.size());
      CHECK(asked.blanks.size() == bank.questions[i].blanks.size());
      CHECK(bank.questions[i].has_key());
      CHECK(asked.has_key() == (asked.kind == QuestionKind::short_answer));
    }
  }

  TEST_CASE("of a bank only what is asked is sealed, and a bank that nothing is asked of is not") {
    const FormFixture fixture;
    std::vector<ComposedForm> forms{{fixture.recorded, 0}};
    const auto asked = asked_bank(fixture.bank, forms);
    REQUIRE(asked);
    CHECK(asked->questions.size() == fixture.recorded.questions.size());
    CHECK(asked->find("s1"));
    CHECK_FALSE(asked->find("s3"));
    Bank other = fixture.bank;
    other.id = "other";
    CHECK_FALSE(asked_bank(other, forms));
    name_sealed_bank(forms, {"other", "ffffffffffffffff"});
    CHECK(forms[0].form.banks[0].doc == paper_doc);
    name_sealed_bank(forms, {"base", "ffffffffffffffff"});
    CHECK(forms[0].form.banks[0].doc == "ffffffffffffffff");
  }

  TEST_CASE("a key comes back from its file as it was, and nothing else is taken for one") {
    const BankKey key{random_bytes, "bank: b\nversion: '1'\n"};
    const auto again = parse_bank_key(write_bank_key(key), "b.key");
    REQUIRE(again);
    CHECK(again->random == key.random);
    CHECK(again->text == key.text);
    const std::vector<std::string> others{"", key.text, "sihu-bank-key 1 " + random_bytes,
                                          "sihu-bank-key 1 abc\nbank: b\n"};
    for (const std::string& text : others)
      CHECK(fault_names(parse_bank_key(text, "b.key")) == "0:0 not-a-bank-key");
  }

  TEST_CASE("a published key comes back from its line, and only the committee publishes") {
    const BankKey key{random_bytes, "bank: b\n"};
    const Draft draft = publish_key(the_paper, {"base", paper_doc}, key);
    const auto state = fold_exams(
        one_file_ledger({event_of_draft(draft, "x"), event_of_draft(draft, "pa", "secretary")}));
    REQUIRE(state.keys.size() == 1);
    CHECK(state.keys[0].paper == the_paper);
    CHECK(state.keys[0].bank == BankDigest{"base", paper_doc});
    CHECK(state.keys[0].doc == sha256_hex(key.text).substr(0, 16));
    CHECK(state.keys[0].random == random_bytes);
  }
}
