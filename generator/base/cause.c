/* SPDX-License-Identifier: MIT */
#include "base/cause.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

/* Those that a full disk, a slip in a path, rights or another program lead
 * to; a clerk can do something about each. */
static const struct {
	int error;
	const char *zh;
} errors[] = {
    {ENOENT, "没有这个文件或文件夹"},
    {ENOTDIR, "路径中有一段不是文件夹"},
    {EISDIR, "这是一个文件夹，不是文件"},
    {EEXIST, "已有同名的文件"},
    {EACCES, "没有权限"},
    {EPERM, "系统不允许这样做"},
    {EROFS, "所在的磁盘只能读"},
    {ENOSPC, "磁盘已满"},
    {EDQUOT, "超过了磁盘配额"},
    {EFBIG, "文件超过了允许的大小"},
    {EIO, "磁盘或网络读写出错"},
    {ESTALE, "网络文件夹已失效"},
    {EBUSY, "正在被占用"},
    {ETXTBSY, "正在被其他程序使用"},
    {ENOTEMPTY, "文件夹里还有别的文件"},
    {EXDEV, "不在同一个磁盘上"},
    {ELOOP, "链接绕成了圈"},
    {ENAMETOOLONG, "名称太长"},
    {EINVAL, "系统不接受这个名称或做法"},
    {ENOTSUP, "系统不支持这样做"},
    {EMFILE, "打开的文件太多"},
    {ENFILE, "整个系统打开的文件太多"},
    {ENOMEM, "内存不足"},
    {EAGAIN, "系统资源暂时不足"},
};

static const struct {
	int number;
	const char *zh;
} signals[] = {
    {SIGKILL, "被强行结束，常因内存不足"},
    {SIGTERM, "被要求结束"},
    {SIGSEGV, "程序出错：内存访问越界"},
    {SIGBUS, "程序出错：内存访问越界或磁盘读写出错"},
    {SIGABRT, "程序出错：自行中止"},
    {SIGFPE, "程序出错：算术错误"},
    {SIGILL, "程序出错：处理器不认识的指令"},
    {SIGXCPU, "超过了允许的处理时间"},
    {SIGXFSZ, "文件超过了允许的大小"},
};

struct str cause_of(int error)
{
	return str_from(strerror(error));
}

struct str cause_of_signal(int number)
{
	return str_from(strsignal(number));
}

struct str cause_in_chinese(struct str words)
{
	size_t i;

	for (i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (str_equal(words, cause_of(errors[i].error)))
			return str_from(errors[i].zh);
	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		if (str_equal(words, cause_of_signal(signals[i].number)))
			return str_from(signals[i].zh);
	return words;
}
