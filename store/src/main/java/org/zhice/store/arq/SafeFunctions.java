package org.zhice.store.arq;

import java.util.Set;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * The functions that a query may call: those of XPath and XML Schema, and text search. Left to itself ARQ also loads any
 * Java class that a query names, and has a function that makes the server sleep.
 */
final class SafeFunctions extends FunctionRegistry {
    private static final Set<String> NAMESPACES =
            Set.of("http://www.w3.org/2005/xpath-functions", "http://www.w3.org/2001/XMLSchema#");

    /** Puts them in the place of Jena's own, for all queries with this context. */
    static void install(Context context) {
        FunctionRegistry.set(context, new SafeFunctions());
        PropertyFunctionRegistry.set(context, new SafeProperties());
    }

    @Override
    public FunctionFactory get(String uri) {
        return isRegistered(uri) ? FunctionRegistry.get().get(uri) : null;
    }

    @Override
    public boolean isRegistered(String uri) {
        return NAMESPACES.stream().anyMatch(uri::startsWith)
                && FunctionRegistry.get().isRegistered(uri);
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
