package org.zhice.server.cache;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * All of a GET that its answer can depend on, as it came and unread: while the same release is served, the same request gets the
 * same answer.
 */
record SameRequest(String address, String accept, String language, String encoding, String cookie) {
    private static final String NONE = "";

    /**
     * A request as it came.
     *
     * @return empty if it bears a header that says more than whom, what and for whom, such as a condition
     */
    static Optional<SameRequest> of(Request request) {
        if (!HttpMethod.GET.is(request.getMethod())) {
            return Optional.empty();
        }
        String accept = NONE;
        String language = NONE;
        String encoding = NONE;
        String cookie = NONE;
        for (HttpField field : request.getHeaders()) {
            // A name that HTTP does not know, pages do not get to see.
            if (field.getHeader() == null) {
                continue;
            }
            boolean again = false;
            switch (field.getHeader()) {
                case ACCEPT -> {
                    again = !accept.isEmpty();
                    accept = field.getValue();
                }
                case ACCEPT_LANGUAGE -> {
                    again = !language.isEmpty();
                    language = field.getValue();
                }
                case ACCEPT_ENCODING -> {
                    again = !encoding.isEmpty();
                    encoding = field.getValue();
                }
                case COOKIE -> {
                    again = !cookie.isEmpty();
                    cookie = field.getValue();
                }
                default -> again = !isHarmless(field.getHeader());
            }
            if (again) {
                return Optional.empty();
            }
        }
        return Optional.of(new SameRequest(
                request.getHttpURI().asString(), text(accept), text(language), text(encoding), text(cookie)));
    }

    /** What they say of the address stands in it. */
    private static boolean isHarmless(HttpHeader header) {
        return switch (header) {
            case HOST,
                    CONNECTION,
                    USER_AGENT,
                    REFERER,
                    ORIGIN,
                    VIA,
                    FORWARDED,
                    X_FORWARDED_FOR,
                    X_FORWARDED_HOST,
                    X_FORWARDED_PROTO -> true;
            default -> false;
        };
    }

    private static String text(String value) {
        return value == null ? NONE : value;
    }

    /** Its characters. */
    int length() {
        return address.length() + accept.length() + language.length() + encoding.length() + cookie.length();
    }
}
