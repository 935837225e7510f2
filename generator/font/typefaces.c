/* SPDX-License-Identifier: MIT */
#include "font/typefaces.h"

#define OFFICIAL   .official = true
#define HEAVY	   .heavy = true
#define LIGHT	   .bold = FACE_NONE /* has no bold face */
#define BOLD(face) .bold = (face)

const struct typeface_row typefaces[N_TYPEFACES] = {
    [FACE_FZ_XIAOBIAOSONG] = {"方正小标宋简体|方正小标宋简|FZXiaoBiaoSong-B05S|"
			      "FZXBSJW--GB1-0|FZXBSJW",
			      LIGHT, OFFICIAL},
    [FACE_FZ_XIAOBIAOSONG_GBK] = {"方正小标宋_GBK|FZXiaoBiaoSong-B05|"
				  "FZXBSK--GBK1-0|FZXBSK",
				  LIGHT, OFFICIAL},
    [FACE_ST_ZHONGSONG] = {"华文中宋|STZhongsong|STZHONGS", LIGHT, OFFICIAL},
    [FACE_SIMHEI] = {"黑体|SimHei", LIGHT, OFFICIAL},
    [FACE_FZ_HEI_GBK] = {"方正黑体_GBK|FZHei-B01|FZHTK--GBK1-0|FZHTK", LIGHT,
			 OFFICIAL},
    [FACE_FZ_HEI] = {"方正黑体简体|FZHei-B01S|FZHTJW--GB1-0|FZHTJW", LIGHT,
		     OFFICIAL},
    [FACE_ST_HEITI] = {"华文黑体|STHeiti|STHeitiSC-Medium", LIGHT, OFFICIAL},
    [FACE_KAITI_GB2312] = {"楷体_GB2312|KaiTi_GB2312|SimKai_GB2312", LIGHT,
			   OFFICIAL},
    [FACE_KAITI] = {"楷体|KaiTi|SimKai", LIGHT, OFFICIAL},
    [FACE_FZ_KAI_GBK] = {"方正楷体_GBK|FZKai-Z03|FZKTK--GBK1-0|FZKTK", LIGHT,
			 OFFICIAL},
    [FACE_FZ_KAI] = {"方正楷体简体|FZKai-Z03S|FZKTJW--GB1-0|FZKTJW", LIGHT,
		     OFFICIAL},
    [FACE_ST_KAITI] = {"华文楷体|STKaiti|STKaitiSC-Regular", LIGHT, OFFICIAL},
    [FACE_FANGSONG_GB2312] = {"仿宋_GB2312|FangSong_GB2312|SimFang_GB2312",
			      LIGHT, OFFICIAL},
    [FACE_FANGSONG] = {"仿宋|FangSong|SimFang", LIGHT, OFFICIAL},
    [FACE_FZ_FANGSONG_GBK] = {"方正仿宋_GBK|FZFangSong-Z02|FZFSK--GBK1-0|FZFSK",
			      LIGHT, OFFICIAL},
    [FACE_FZ_FANGSONG] = {"方正仿宋简体|FZFangSong-Z02S|FZFSJW--GB1-0|FZFSJW",
			  LIGHT, OFFICIAL},
    [FACE_ST_FANGSONG] = {"华文仿宋|STFangsong", LIGHT, OFFICIAL},
    [FACE_SIMSUN] = {"宋体|SimSun", LIGHT, OFFICIAL},
    [FACE_FZ_SHUSONG_GBK] = {"方正书宋_GBK|FZShuSong-Z01|FZSSK--GBK1-0|FZSSK",
			     LIGHT, OFFICIAL},
    [FACE_FZ_SHUSONG] = {"方正书宋简体|FZShuSong-Z01S|FZSSJW--GB1-0|FZSSJW",
			 LIGHT, OFFICIAL},
    [FACE_ST_SONG] = {"华文宋体|STSong|STSongti-SC-Regular", LIGHT, OFFICIAL},
    [FACE_TIMES] = {"Times New Roman|TimesNewRomanPSMT", BOLD(FACE_TIMES_BOLD),
		    OFFICIAL},
    [FACE_TIMES_BOLD] = {"Times New Roman Bold|TimesNewRomanPS-BoldMT", LIGHT,
			 HEAVY, OFFICIAL},
    [FACE_SOURCE_SERIF] = {"Source Han Serif SC|思源宋体|思源宋体 CN|"
			   "Source Han Serif CN|SourceHanSerifSC-Regular|"
			   "SourceHanSerifCN-Regular",
			   BOLD(FACE_SOURCE_SERIF_BOLD)},
    [FACE_SOURCE_SERIF_SEMIBOLD] = {"Source Han Serif SC SemiBold|"
				    "SourceHanSerifSC-SemiBold|"
				    "SourceHanSerifCN-SemiBold",
				    LIGHT, HEAVY},
    [FACE_SOURCE_SERIF_BOLD] = {"Source Han Serif SC Bold|"
				"SourceHanSerifSC-Bold|SourceHanSerifCN-Bold",
				LIGHT, HEAVY},
    [FACE_NOTO_SERIF] = {"Noto Serif CJK SC|NotoSerifCJKsc-Regular|"
			 "Noto Serif SC|NotoSerifSC-Regular",
			 BOLD(FACE_NOTO_SERIF_BOLD)},
    [FACE_NOTO_SERIF_BOLD] = {"Noto Serif CJK SC Bold|NotoSerifCJKsc-Bold|"
			      "Noto Serif SC Bold|NotoSerifSC-Bold",
			      LIGHT, HEAVY},
    [FACE_SOURCE_SANS] = {"Source Han Sans SC|思源黑体|思源黑体 CN|"
			  "Source Han Sans CN|SourceHanSansSC-Regular|"
			  "SourceHanSansCN-Regular",
			  BOLD(FACE_SOURCE_SANS_BOLD)},
    [FACE_SOURCE_SANS_BOLD] = {"Source Han Sans SC Bold|SourceHanSansSC-Bold|"
			       "SourceHanSansCN-Bold",
			       LIGHT, HEAVY},
    [FACE_NOTO_SANS] = {"Noto Sans CJK SC|NotoSansCJKsc-Regular|"
			"Noto Sans SC|NotoSansSC-Regular",
			BOLD(FACE_NOTO_SANS_BOLD)},
    [FACE_NOTO_SANS_BOLD] = {"Noto Sans CJK SC Bold|NotoSansCJKsc-Bold|"
			     "Noto Sans SC Bold|NotoSansSC-Bold",
			     LIGHT, HEAVY},
    [FACE_FANDOL_SONG] = {"FandolSong-Regular", BOLD(FACE_FANDOL_SONG_BOLD)},
    [FACE_FANDOL_SONG_BOLD] = {"FandolSong-Bold", LIGHT, HEAVY},
    [FACE_FANDOL_HEI] = {"FandolHei-Regular", BOLD(FACE_FANDOL_HEI_BOLD)},
    [FACE_FANDOL_HEI_BOLD] = {"FandolHei-Bold", LIGHT, HEAVY},
    [FACE_FANDOL_KAI] = {"FandolKai-Regular", LIGHT},
    [FACE_FANDOL_FANG] = {"FandolFang-Regular", LIGHT},
    [FACE_ZHUQUE_FANGSONG] = {"Zhuque Fangsong (technical preview)|"
			      "Zhuque Fangsong|朱雀仿宋|ZhuqueFangsong-Regular",
			      LIGHT},
    [FACE_LXGW_LIGHT] = {"LXGW WenKai Light|霞鹜文楷 Light|LXGWWenKai-Light",
			 LIGHT},
    [FACE_LXGW] = {"LXGW WenKai|霞鹜文楷|LXGWWenKai-Regular", LIGHT},
    [FACE_WQY_ZENHEI] = {"WenQuanYi Zen Hei|文泉驿正黑", LIGHT},
    [FACE_AR_KAITI] = {"AR PL KaitiM GB|文鼎PL简中楷", LIGHT},
    [FACE_AR_SUNGTI] = {"AR PL SungtiL GB|文鼎PL简报宋", LIGHT},
    [FACE_LIBERATION] = {"Liberation Serif|LiberationSerif",
			 BOLD(FACE_LIBERATION_BOLD)},
    [FACE_LIBERATION_BOLD] = {"Liberation Serif Bold|LiberationSerif-Bold",
			      LIGHT, HEAVY},
    [FACE_SIMSUN_EXTB] = {"宋体-ExtB|SimSun-ExtB|simsunb", LIGHT, OFFICIAL},
    [FACE_HANA_A] = {"HanaMinA|花園明朝A", LIGHT},
    [FACE_HANA_B] = {"HanaMinB|花園明朝B", LIGHT},
    [FACE_HANA_C] = {"HanaMinC|花園明朝C", LIGHT},
    [FACE_PLANGOTHIC_1] = {"Plangothic P1|遍黑体 P1|PlangothicP1-Regular",
			   LIGHT},
    [FACE_PLANGOTHIC_2] = {"Plangothic P2|遍黑体 P2|PlangothicP2-Regular",
			   LIGHT},
};

static const enum typeface title[] = {
    FACE_FZ_XIAOBIAOSONG,	FACE_FZ_XIAOBIAOSONG_GBK, FACE_ST_ZHONGSONG,
    FACE_SOURCE_SERIF_SEMIBOLD, FACE_SOURCE_SERIF_BOLD,	  FACE_NOTO_SERIF_BOLD,
    FACE_FANDOL_SONG_BOLD,
};

static const enum typeface hei[] = {
    FACE_SIMHEI,      FACE_FZ_HEI_GBK, FACE_FZ_HEI,	FACE_ST_HEITI,
    FACE_SOURCE_SANS, FACE_NOTO_SANS,  FACE_WQY_ZENHEI, FACE_FANDOL_HEI,
};

static const enum typeface kai[] = {
    FACE_KAITI_GB2312, FACE_KAITI,	FACE_FZ_KAI_GBK,
    FACE_FZ_KAI,       FACE_ST_KAITI,	FACE_FANDOL_KAI,
    FACE_AR_KAITI,     FACE_LXGW_LIGHT, FACE_LXGW,
};

static const enum typeface fang[] = {
    FACE_FANGSONG_GB2312, FACE_FANGSONG,    FACE_FZ_FANGSONG_GBK,
    FACE_FZ_FANGSONG,	  FACE_ST_FANGSONG, FACE_FANDOL_FANG,
    FACE_ZHUQUE_FANGSONG, FACE_LXGW_LIGHT,  FACE_NOTO_SERIF,
};

static const enum typeface song[] = {
    FACE_SIMSUN,       FACE_FZ_SHUSONG_GBK, FACE_FZ_SHUSONG,  FACE_ST_SONG,
    FACE_SOURCE_SERIF, FACE_NOTO_SERIF,	    FACE_FANDOL_SONG, FACE_AR_SUNGTI,
};

static const enum typeface latin[] = {FACE_TIMES, FACE_LIBERATION};

static const enum typeface last[] = {
    FACE_SOURCE_SERIF, FACE_NOTO_SERIF, FACE_SOURCE_SANS,  FACE_NOTO_SANS,
    FACE_LXGW,	       FACE_SIMSUN,	FACE_SIMSUN_EXTB,  FACE_HANA_A,
    FACE_HANA_B,       FACE_HANA_C,	FACE_PLANGOTHIC_1, FACE_PLANGOTHIC_2,
    FACE_FANDOL_SONG,  FACE_WQY_ZENHEI,
};

#define ROW(faces)                                                             \
	{                                                                      \
		(faces), sizeof(faces) / sizeof(*(faces))                      \
	}

const struct role_row role_rows[N_ROLES] = {
    [ROLE_TITLE] = ROW(title), [ROLE_HEI] = ROW(hei),
    [ROLE_KAI] = ROW(kai),     [ROLE_FANG] = ROW(fang),
    [ROLE_SONG] = ROW(song),   [ROLE_LATIN] = ROW(latin),
};

const struct role_row last_resort = ROW(last);
