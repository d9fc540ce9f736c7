package org.zhice.app;

import java.util.ArrayList;
import java.util.List;

/** What the arguments of a call say, read from its code: texts as they are, … in the place of everything else. */
final class JavaText {
    private static final char FILLED_IN = '…';

    private final String code;
    private int at;

    private JavaText(String code, int at) {
        this.code = code;
        this.at = at;
    }

    /** @param from just behind the bracket that opens */
    static List<String> arguments(String code, int from) {
        return new JavaText(code, from).arguments();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        for (; code.charAt(at) != ')'; at++) {
            char c = code.charAt(at);
            if (c == ',') {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else if (c == '"') {
                literal(argument);
            } else if (c != '+' && !Character.isWhitespace(c)) {
                expression();
                argument.append(FILLED_IN);
            }
        }
        arguments.add(argument.toString());
        return arguments;
    }

    private void literal(StringBuilder text) {
        int begin = at + 1;
        skipLiteral();
        text.append(code.substring(begin, at).translateEscapes());
    }

    /** Goes to the end of what is no text: up to a plus, a comma or the bracket that closes, of this depth. */
    private void expression() {
        String ends = "+,)";
        int depth = 0;
        for (; depth > 0 || ends.indexOf(code.charAt(at)) < 0; at++) {
            char c = code.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == '?') {
                ends = ",)";
            } else if (c == '"') {
                skipLiteral();
            }
        }
        at--;
    }

    private void skipLiteral() {
        for (at++; code.charAt(at) != '"'; at++) {
            at += code.charAt(at) == '\\' ? 1 : 0;
        }
    }
}
