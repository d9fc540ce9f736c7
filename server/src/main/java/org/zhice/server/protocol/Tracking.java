package org.zhice.server.protocol;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parameters that social media, search engines and newsletters put behind the addresses that they pass on. */
public final class Tracking {
    private static final Set<String> NAMES = Set.of(
            ("_ga _gl _hsenc _hsmi bd_vid chksm dclid fb_action_ids fb_source fbclid gad_source gbraid gclid gclsrc"
                            + " hmci hmcu hmkw hmpl hmsr igsh igshid isappinstalled li_fat_id mc_cid mc_eid mkt_tok msclkid"
                            + " nsukey qz_gdt ref_src ref_url share_token spm srsltid sudaref ttclid twclid vd_source"
                            + " vero_id wbraid yclid ysclid")
                    .split(" "));

    private static final Pattern FAMILY = Pattern.compile("(utm|mtm|pk)_[a-z_]+");

    /** Where a page was shared in WeChat; the name alone could be that of a parameter of a query. */
    private static final Pattern WECHAT = Pattern.compile("from=(singlemessage|groupmessage|timeline)");

    private Tracking() {}

    private static boolean isTracking(String name) {
        return NAMES.contains(name) || FAMILY.matcher(name).matches();
    }

    /** A query string without them. */
    public static String without(String query) {
        return Stream.of(query.split("&", -1))
                .filter(part -> !isTracking(part.replaceFirst("=.*", ""))
                        && !WECHAT.matcher(part).matches())
                .collect(Collectors.joining("&"));
    }
}
