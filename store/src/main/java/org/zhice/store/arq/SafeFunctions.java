package org.zhice.store.arq;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.zhice.store.Limits;
import org.zhice.store.guard.CheckedCall;

/**
 * The functions that a query may call: those of XPath and XML Schema, and text search. Left to itself ARQ also loads any
 * Java class that a query names, and has a function that makes the server sleep.
 */
final class SafeFunctions extends FunctionRegistry {
    private static final Set<String> NAMESPACES =
            Set.of("http://www.w3.org/2005/xpath-functions", "http://www.w3.org/2001/XMLSchema#");

    /** What Jena takes for the name of a Java class. */
    private static final List<String> LOADING =
            List.of("java:", ARQConstants.ARQPropertyFunctionLibraryURI, ARQConstants.ARQFunctionLibraryURI);

    /** Calls any other by its name. */
    private static final String APPLY = "http://www.w3.org/2005/xpath-functions#apply";

    private final Limits limits;

    private SafeFunctions(Limits limits) {
        this.limits = limits;
    }

    /** Puts them in the place of Jena's own, for all queries with this context. */
    static void install(Context context, Limits limits) {
        FunctionRegistry.set(context, new SafeFunctions(limits));
        PropertyFunctionRegistry.set(context, new SafeProperties());
    }

    /** Whether queries may call a function. */
    static boolean has(String uri) {
        return !uri.equals(APPLY)
                && NAMESPACES.stream().anyMatch(uri::startsWith)
                && FunctionRegistry.get().isRegistered(uri);
    }

    /** Whether a predicate is one of Jena's that do something, and not for queries here. */
    static boolean isRefused(Node predicate) {
        return predicate.isURI()
                && !predicate.getURI().equals(SafeProperties.TEXT_SEARCH)
                && (LOADING.stream().anyMatch(predicate.getURI()::startsWith)
                        || PropertyFunctionRegistry.get().isRegistered(predicate.getURI()));
    }

    @Override
    public FunctionFactory get(String uri) {
        if (!isRegistered(uri)) {
            return null;
        }
        FunctionFactory plain = FunctionRegistry.get().get(uri);
        return name -> new CheckedCall(plain.create(name), limits);
    }

    @Override
    public boolean isRegistered(String uri) {
        return has(uri);
    }

    private static final class SafeProperties extends PropertyFunctionRegistry {
        private static final String TEXT_SEARCH = "http://jena.apache.org/text#query";

        @Override
        public boolean manages(String uri) {
            return uri.equals(TEXT_SEARCH);
        }

        @Override
        public PropertyFunctionFactory get(String uri) {
            return manages(uri) ? name -> new SafeTextQuery() : null;
        }
    }
}
