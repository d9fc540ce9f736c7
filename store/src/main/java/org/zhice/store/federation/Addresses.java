package org.zhice.store.federation;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are of the web, and which of a private network, of this machine, or of nobody. */
final class Addresses {
    private Addresses() {}

    static boolean isOfTheWeb(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address ? isInner6(address.getAddress()) : isInner4(address.getAddress())));
    }

    /** 0/8, 100.64/10 of carriers, 192.0.0/24, 198.18/15 for benchmarks, 240/4. */
    private static boolean isInner4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }

    /** Unique local addresses, fc00::/7, and those that lead to one of IPv4 by another way: 64:ff9b::/32 and 2002::/16. */
    private static boolean isInner6(byte[] address) {
        int first = (address[0] & 0xff) * 256 + (address[1] & 0xff);
        int second = (address[2] & 0xff) * 256 + (address[3] & 0xff);
        return (first & 0xfe00) == 0xfc00 || (first == 0x64 && second == 0xff9b) || first == 0x2002;
    }
}
