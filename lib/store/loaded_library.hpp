#pragma once

#include <dlfcn.h>

namespace sihu {

/// A shared library that is loaded while the program runs, when something first needs it: what
/// takes long to load should not slow the commands that do without. It stays loaded.
class LoadedLibrary {
 public:
  explicit LoadedLibrary(const char* file) : library_(::dlopen(file, RTLD_NOW | RTLD_LOCAL)) {}

  /// Finds the function `name`. Its type is the one in the library's header, so that a wrong call
  /// does not compile.
  template <class Function>
  void give(Function& to, const char* name) {
    void* const found = library_ ? ::dlsym(library_, name) : nullptr;
    to = reinterpret_cast<Function>(found);
    complete_ = complete_ && found;
  }

  /// Whether the library was there and had all that was asked for.
  bool complete() const { return complete_; }

 private:
  void* library_;
  bool complete_ = true;
};

}  // namespace sihu
