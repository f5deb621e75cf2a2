#include "store/system_error.hpp"

#include <array>
#include <cerrno>
#include <cstring>

namespace sihu {
namespace {

struct Reason {
  int error;
  Text reason;
  Text remedy;
};

constexpr std::array<Reason, 25> reasons{{
    {ENOENT,
     {"没有这个文件或文件夹", "there is no such file or folder"},
     {"检查路径", "check the path"}},
    {EACCES,
     {"没有权限", "permission denied"},
     {"请文件的主人给予读写权限", "ask the owner of the files for permission to read and write"}},
    {EPERM,
     {"不允许", "not permitted"},
     {"请文件的主人给予读写权限", "ask the owner of the files for permission to read and write"}},
    {EROFS,
     {"文件系统是只读的", "the file system is read-only"},
     {"以可写方式挂载，或把工作区复制到别处",
      "mount it writable, or copy the workspace elsewhere"}},
    {ENOSPC, {"磁盘已满", "the disk is full"}, {"腾出空间后重试", "make room and try again"}},
    {EDQUOT,
     {"磁盘配额已用完", "the disk quota is used up"},
     {"腾出空间后重试", "make room and try again"}},
    {EFBIG,
     {"超过了文件大小的上限", "the limit for the size of a file is reached"},
     {"用 ulimit -f 查看并放宽上限", "see ulimit -f and raise the limit"}},
    {EIO,
     {"磁盘读写出错", "the disk reports an error"},
     {"检查磁盘，并从另一份副本恢复", "check the disk, and restore from another copy"}},
    {EINTR, {"被信号打断", "a signal interrupted it"}, {"再试一次", "try again"}},
    {ENOMEM,
     {"内存不足", "the memory is used up"},
     {"关掉别的程序后重试", "end other programs and try again"}},
    {EAGAIN, {"暂时没有资源", "a resource is used up for now"}, {"稍后重试", "try again later"}},
    {ENOLCK,
     {"文件系统不能加锁", "the file system can't keep a lock"},
     {"在共享盘上开启锁服务（NFS 用第 4 版），或把工作区放到本机磁盘",
      "turn on its lock service (NFS: version 4), or put the workspace on a local disk"}},
    {EOPNOTSUPP,
     {"文件系统不支持", "the file system can't do that"},
     {"把工作区放到本机磁盘", "put the workspace on a local disk"}},
    {ESTALE,
     {"服务器上的文件已被换掉", "the file was replaced on its server"},
     {"再试一次", "try again"}},
    {EBUSY, {"正被占用", "it is in use"}, {"稍后重试", "try again later"}},
    {ENODEV, {"磁盘已拔出", "the disk is gone"}, {"插好磁盘后重试", "put it back and try again"}},
    {EMFILE,
     {"打开的文件太多", "too many open files"},
     {"用 ulimit -n 放宽上限", "raise the limit with ulimit -n"}},
    {ENFILE,
     {"系统打开的文件太多", "too many open files in the system"},
     {"稍后重试", "try again later"}},
    {ELOOP,
     {"这里不接受符号链接", "a symbolic link is not accepted here"},
     {"把链接换成它所指的文件", "put the file itself in place of the link"}},
    {EISDIR,
     {"这是文件夹，不是文件", "it is a folder, not a file"},
     {"指明其中的文件", "name a file in it"}},
    {EEXIST,
     {"同名的文件或文件夹已存在", "a file or folder of that name exists already"},
     {"换一个名字，或先移走它", "take another name, or move it away first"}},
    {ENAMETOOLONG,
     {"名称太长", "the name is too long"},
     {"缩短文件名或路径", "shorten the name or the path"}},
    {EBADF,
     {"没有打开，或不能这样读写", "it is not open, or not for this"},
     {"检查命令中的重定向，如 >&-", "look at the redirections of the command, such as >&-"}},
    {EPIPE,
     {"接收输出的程序已退出", "the program that reads it has ended"},
     {"查看管道后面的程序", "look at the program behind the pipe"}},
    {ENOTDIR,
     {"路径中有一段不是文件夹", "a part of the path is no folder"},
     {"检查路径", "check the path"}},
}};

const Reason* find_reason(int error) {
  for (const Reason& reason : reasons)
    if (reason.error == error) return &reason;
  return nullptr;
}

}  // namespace

Phrase system_reason(int error) {
  if (const Reason* known = find_reason(error)) return phrase(known->reason);
  return same(std::strerror(error));
}

tl::unexpected<Failure> system_failure(std::string name, const Phrase& what, int error) {
  const Reason* known = find_reason(error);
  return fail(Kind::environment, std::move(name),
              phrase(Text{"{0}：{1}", "{0}: {1}"}, what, system_reason(error)),
              known ? phrase(known->remedy)
                    : phrase(Text{"再试一次；若仍如此，请检查磁盘和挂载",
                                  "try again; if it stays so, look at the disk and its mount"}));
}

}  // namespace sihu
