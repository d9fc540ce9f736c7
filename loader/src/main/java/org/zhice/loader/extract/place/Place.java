package org.zhice.loader.extract.place;

import org.zhice.loader.extract.rows.Extraction.NewPlace;

/**
 * A place.
 *
 * @param name as printed, of a known one its full name
 * @param area its id in the tables, or empty
 * @param within name of the province that holds it, or empty
 */
public record Place(String name, String area, Level level, String within) {
    static final Place CHINA = new Place("全国", "cn", Level.COUNTRY, "");

    /** How large a place is. */
    public enum Level {
        COUNTRY(""),
        PROVINCE("province"),
        CITY("city"),
        COUNTY(""),
        OTHER("");

        private final String kind;

        Level(String kind) {
            this.kind = kind;
        }

        /** The kind of such an area in the tables, or empty where they leave it open. */
        public String kind() {
            return kind;
        }
    }

    /** The same as a place that the tables have no area for. */
    public NewPlace asNew() {
        return new NewPlace(name, level.kind(), within);
    }

    boolean isChina() {
        return area.equals("cn");
    }

    /** Whether 全省, 我市, 本县 or 全区 may mean it. */
    boolean isMeantBy(char word) {
        char last = name.charAt(name.length() - 1);
        return last == word || (word == '区' && name.endsWith("自治区")) || (word == '市' && level == Level.CITY);
    }
}
