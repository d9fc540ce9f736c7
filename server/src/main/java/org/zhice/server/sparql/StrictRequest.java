package org.zhice.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.server.protocol.Posted;

/**
 * A request as Fuseki gets it: read strictly, a posted query among the parameters, and as the only type that it accepts the
 * one that was negotiated. Fuseki itself would take what it does not understand for something else, in silence.
 */
final class StrictRequest extends HttpServletRequestWrapper {
    private SparqlRequest read;
    private ResultForm form;

    /** Nothing is read yet. */
    StrictRequest(HttpServletRequest request) {
        super(request);
    }

    /**
     * What is asked; the first time it is read.
     *
     * @throws RuntimeException as {@link SparqlRequest#of}
     */
    SparqlRequest read() {
        if (read == null) {
            read = SparqlRequest.of((HttpServletRequest) getRequest());
        }
        return read;
    }

    /** From now on this form alone is accepted. */
    void answerAs(ResultForm chosen) {
        form = chosen;
    }

    /** The form to answer in, once it is chosen. */
    Optional<ResultForm> form() {
        return Optional.ofNullable(form);
    }

    @Override
    public String getContentType() {
        return getMethod().equals("POST") ? Posted.FORM : null;
    }

    @Override
    public String getHeader(String name) {
        return form != null && name.equalsIgnoreCase("Accept") ? form.type() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return form != null && name.equalsIgnoreCase("Accept")
                ? Collections.enumeration(List.of(form.type()))
                : super.getHeaders(name);
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>();
        read().parameters().forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        SparqlRequest.FORMAT.forEach(all::remove);
        return all;
    }
}
