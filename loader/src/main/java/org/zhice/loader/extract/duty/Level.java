package org.zhice.loader.extract.duty;

/** A level of government. */
enum Level {
    NATIONAL("国家"),
    PROVINCE("省"),
    CITY("市"),
    COUNTY("县"),
    /** Below the country; nothing tells where. */
    LOCAL("");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isLocal() {
        return this != NATIONAL;
    }

    static Level of(String unit) {
        return switch (unit) {
            case "省", "自治区", "兵团" -> PROVINCE;
            case "市", "州", "自治州", "盟" -> CITY;
            case "县", "区", "旗", "新区", "自治县" -> COUNTY;
            default -> LOCAL;
        };
    }
}
