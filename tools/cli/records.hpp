#pragma once

#include "check/offer.hpp"
#include "store/records.hpp"
#include "tools/cli/inspection.hpp"

namespace sihu {

/// A workspace with its registers, as the commands that read them need it.
struct RecordsDesk {
  Workspace workspace;
  RecordsRead records;
  Date today;
};

/// Opens the workspace and reads its registers. Faults of registers are no failure.
Result<RecordsDesk> open_records(World& world);

/// Says which rows stand in two files and count once.
void say_repeated(World& world, const RecordTables& tables);

/// The offers for an inspection: what records say of its items up to `today`, or up to the end of
/// its quarter. Says on standard error when registers have faults; empty where no item is computed.
Result<RecordOffers> offers_of(World& world, const Inspection& inspection, const ScoreBasis& basis,
                               Date today);

}  // namespace sihu
