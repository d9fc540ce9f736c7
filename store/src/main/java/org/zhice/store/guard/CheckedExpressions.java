package org.zhice.store.guard;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.zhice.store.guard.Checks.Check;

/** Puts functions that are looked after in the place of the plain ones, wherever a query has them. */
final class CheckedExpressions extends ExprTransformCopy {
    private final Map<Class<?>, Check> checks = new HashMap<>();

    CheckedExpressions(Checks check) {
        checks.put(E_StrConcat.class, check::concat);
        checks.put(E_StrEncodeForURI.class, check::growing);
        checks.put(E_StrUpperCase.class, check::upper);
        checks.put(E_StrLowerCase.class, check::lower);
        checks.put(E_StrContains.class, check::contains);
        checks.put(E_StrBefore.class, check::before);
        checks.put(E_StrAfter.class, check::after);
        checks.put(E_Regex.class, check::regex);
        checks.put(E_StrReplace.class, check::replace);
        checks.put(E_Multiply.class, check::product);
        checks.put(E_Add.class, check::time);
        checks.put(E_Subtract.class, check::time);
        checks.put(E_Divide.class, check::time);
        checks.put(E_StrDatatype.class, check::typed);
        checks.put(E_StrLang.class, check::tagged);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr arg) {
        return checked(function, new ExprList(arg), super.transform(function, arg));
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr one, Expr two) {
        ExprList args = new ExprList(one);
        args.add(two);
        return checked(function, args, super.transform(function, one, two));
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        return checked(function, args, super.transform(function, args));
    }

    /** With the pattern as it was written, which ARQ would make anew, at a price that doubles with each level. */
    @Override
    public Expr transform(ExprFunctionOp function, ExprList args, Op pattern) {
        if (function instanceof E_Exists) {
            return new E_Exists(function.getElement(), pattern);
        }
        return function instanceof E_NotExists
                ? new E_NotExists(function.getElement(), pattern)
                : super.transform(function, args, pattern);
    }

    private Expr checked(ExprFunction function, ExprList args, Expr otherwise) {
        Check check = checks.get(function.getClass());
        return check == null ? otherwise : new CheckedFunction(function, args, check);
    }
}
