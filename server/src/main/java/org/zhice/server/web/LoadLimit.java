package org.zhice.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.zhice.store.Limits;

/** So many queries at a time; the next wait a moment and are then told to come again. */
final class LoadLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final Semaphore places;
    private final transient Limits limits;

    LoadLimit(Limits limits) {
        this.places = new Semaphore(limits.atOnce());
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!acquire()) {
            Reply.send(response, Reply.problem(Client.of(request), Problems.overloaded(limits)));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean acquire() {
        try {
            return places.tryAcquire(limits.waiting().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
