#pragma once

#include "tools/cli/world.hpp"

#include <filesystem>
#include <string_view>

namespace sihu {

/// Replays a story of what people did, command by command, through the same code that they use.
///
///     story: party-branch
///     steps:
///       - {at: '2026-04-20T09:10', by: p003, device: d2k7mx, check: zb05, checklist: basics,
///          findings: [{item: BZ-01, result: fail, note: 未按期换届}]}
///       - {at: '2026-04-28T15:00', by: p012, device: d5h8rt, run: [rectify, submit, '1', --note,
///       已改],
///          attach: 换届选举会议记录}
///
/// A `check` step fills in the form that `sihu check form` writes: what `findings` does not name is
/// passed. `attach` hands a small text file over as evidence. A step that does not end with status
/// 0 stops the replay; its fault says which step and what the command said.
Result<void> replay_story(std::string_view story, std::string_view name,
                          const std::filesystem::path& workspace, World& world);

}  // namespace sihu
