package org.zhice.loader.extract.clean;

import java.util.regex.Pattern;

/** The words by which a duty is known: labels before the agencies, verbs after them, and the signs around them. */
public final class DutyForm {
    private static final String BODY = "(?:(?:责任)?(?:单位|部门|主体|机构|处室|科室)(?:（(?:单位|部门)）)?)";

    /** A label that names those who lead, such as 牵头单位. */
    public static final String LEAD = "(?:(?:主要)?牵头|主办|第一责任|总牵头)" + BODY;

    /** A label that names those who take part, such as 配合单位. */
    public static final String PART = "(?:配合|参与|参加|协办|协同|协助|支持)" + BODY;

    /** A label that tells no part, such as 责任单位. */
    public static final String LISTED =
            "(?:(?:责任|负责|落实|承办|实施|承担|主管)(?:单位|部门|主体|机构|处室|科室)(?:（(?:单位|部门)）)?|责任分工|职责分工|任务分工)";

    /** Any label. */
    public static final String LABEL = "(?:" + LEAD + "|" + PART + "|" + LISTED + ")";

    /** What ends a list of agencies. */
    public static final String VERB = "(?:负责|牵头|配合|参与|参加|协助|承担|落实|实施|推进)";

    /** Signs that may open the bracket of a duty. */
    public static final String OPEN = "（【〔[";

    /** Signs that may close it. */
    public static final String CLOSE = "）】〕]";

    /** A label with its colon at the beginning of a stretch of text. */
    public static final Pattern LABELLED = Pattern.compile(LABEL + " ?[:：]");

    private DutyForm() {}
}
