#include "snapshot/device_records.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sihu;

TEST_SUITE("snapshot") {
  TEST_CASE("a device keeps its number among many, and what is none has none") {
    DeviceRecords records;
    std::vector<std::string> ids;
    for (char a = 'a'; a <= 'z'; ++a)
      for (char b = 'a'; b <= 'z'; ++b) ids.push_back(std::string("k7m2") + a + b);
    for (std::uint32_t i = 0; i < ids.size(); ++i) CHECK(records.number_of(ids[i]) == i);
    for (std::uint32_t i = 0; i < ids.size(); ++i) CHECK(records.number_of(ids[i]) == i);
    CHECK(records.number_of("K7M2QX") == DeviceRecords::none);
    CHECK(records.devices().size() == ids.size());
  }

  TEST_CASE("a record stays where it is while others are made, and only what was made is found") {
    DeviceRecords records;
    CHECK(records.find("k7m2qx", 1) == nullptr);
    const std::uint32_t number = records.number_of("k7m2qx");
    Record* const first = &records.at(records.device(number), 1);
    first->place = 7;
    records.at(records.device(number), 100'000).place = 8;
    records.number_of("m3m3m3");
    CHECK(records.find("k7m2qx", 1) == first);
    CHECK(records.find("k7m2qx", 100'000)->place == 8);
    CHECK(records.find("k7m2qx", 5'000) == nullptr);
    CHECK(records.find("b5b5b5", 1) == nullptr);
    CHECK(records.device(number).most == 100'000);
  }

  TEST_CASE("records live on when another takes over their memory, and go on being made") {
    DeviceRecords records;
    Record* theirs = nullptr;
    {
      DeviceRecords other;
      theirs = &other.at(other.device(other.number_of("m3m3m3")), 1);
      theirs->place = 7;
      records.adopt_slabs(other);
    }
    Record& mine = records.at(records.device(records.number_of("k7m2qx")), 1);
    mine.place = 8;
    CHECK(&mine != theirs);
    CHECK(+theirs->place == 7);
  }

  TEST_CASE("records that belong to a place are visited, with their serials") {
    DeviceRecords records;
    for (const char* id : {"k7m2qx", "m3m3m3"})
      for (const std::uint32_t serial : {1u, 255u, 256u, 1000u})
        records.at(records.device(records.number_of(id)), serial).place = 1;
    records.at(records.device(0), 300);  // no line about it was good
    std::string visited;
    records.for_each([&](const DeviceRecords::Device& device, std::uint32_t serial, const Record&) {
      visited += device.id + '-' + std::to_string(serial) + ' ';
    });
    CHECK(visited ==
          "k7m2qx-1 k7m2qx-255 k7m2qx-256 k7m2qx-1000 "
          "m3m3m3-1 m3m3m3-255 m3m3m3-256 m3m3m3-1000 ");
  }
}
