package org.zhice.loader.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Until when a task is to be done. */
final class Deadline {
    private static final String TIME =
            "(?:截至|截止|力争|确保|到|于)?(?:20\\d\\d年|\\d{1,2}月|第?[一二三四]季度|[上下]半年|年[内底]|全年|今年|当年|每年|每半年|每季度)";
    private static final String PACE = "(?:持续|长期|常态化|滚动|适时|按时|同步|分阶段|分步|及时|立即|抓紧)(?:推进|实施|开展|完成|坚持|落实|更新|进行)?";
    private static final Pattern ALONE = Pattern.compile(
            " ?(?:(?:完成|办结|实施|推进)?(?:时限|时间|期限|进度)(?:要求|安排)?(?:[:：]|为).*|" + TIME + "[^，；。、]{0,16}|" + PACE + ".{0,8})");

    private Deadline() {}

    /** The bracket at the end of a stretch of text that says nothing but a deadline. */
    static Optional<Bracket> bracketIn(String text, int from, int to) {
        int line = Math.max(text.lastIndexOf('\n', to - 1) + 1, from);
        List<Bracket> pairs = BracketPairs.in(text, line, to);
        return pairs.stream()
                .skip(Math.max(0, pairs.size() - 1))
                .filter(pair -> pair.whole() && text.substring(pair.end(), to).isBlank())
                .filter(pair -> ALONE.matcher(text)
                        .region(pair.contentStart(), pair.contentEnd())
                        .matches())
                .findFirst();
    }
}
