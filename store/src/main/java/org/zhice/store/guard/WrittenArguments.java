package org.zhice.store.guard;

import java.util.regex.Pattern;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;

/**
 * Arguments that a query writes out and that can never be right. SPARQL would leave every row without a value for them, which
 * looks like an answer.
 */
public final class WrittenArguments {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*+");

    private WrittenArguments() {}

    /**
     * Looks at what is written out of the arguments of a function.
     *
     * @throws QueryException if one of them is no regular expression, no flag of one or no language tag
     */
    public static void check(ExprFunction function) {
        if (function instanceof E_Regex || calls(function, "matches")) {
            pattern("REGEX", function, 3);
        } else if (function instanceof E_StrReplace || calls(function, "replace")) {
            pattern("REPLACE", function, 4);
        } else if (function instanceof E_StrLang) {
            String tag = text(function, 2);
            if (tag != null && !isLanguage(tag)) {
                throw new QueryException("STRLANG language tag: " + tag);
            }
        }
    }

    static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    private static boolean calls(ExprFunction function, String name) {
        return function instanceof E_Function called && called.getFunctionIRI().equals(ARQConstants.fnPrefix + name);
    }

    private static void pattern(String name, ExprFunction function, int flags) {
        String written = text(function, flags);
        if (written != null && !written.matches("[smixq]*")) {
            throw new QueryException(name + " flags: " + written);
        }
        String pattern = text(function, 2);
        if (pattern != null && (written != null || function.getArg(flags) == null)) {
            RegexEngine.makePattern(name, pattern, written);
        }
    }

    /** What is written as the argument with a number from 1, if it is a text; else null. */
    private static String text(ExprFunction function, int number) {
        Expr argument = function.getArg(number);
        NodeValue value = argument == null ? null : argument.getConstant();
        return value != null && (value.isString() || value.isLangString())
                ? value.asNode().getLiteralLexicalForm()
                : null;
    }
}
