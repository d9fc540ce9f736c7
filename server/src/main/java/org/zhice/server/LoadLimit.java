package org.zhice.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many queries at a time; the next wait a moment and are then told to come again. */
final class LoadLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final Semaphore places;
    private final long waitMillis;

    LoadLimit(int places, long waitMillis) {
        this.places = new Semaphore(places);
        this.waitMillis = waitMillis;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!acquire()) {
            Reply.send(response, Reply.problem(Client.of(request), Problems.overloaded()));
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
            return places.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
