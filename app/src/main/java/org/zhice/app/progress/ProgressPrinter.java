package org.zhice.app.progress;

import java.io.PrintWriter;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.zhice.loader.input.Progress;

/** A bar for each step on a terminal, one plain line for each step elsewhere. */
public final class ProgressPrinter implements Progress, AutoCloseable {
    private final PrintWriter out;
    private final boolean terminal = Boolean.getBoolean("zhice.terminal");
    private String step = "";
    private ProgressBar bar;

    /** Runs work that reports its progress; the last bar is closed before the result is handed on. */
    public static <T> T during(PrintWriter out, Function<Progress, T> work) {
        try (ProgressPrinter printer = new ProgressPrinter(out)) {
            return work.apply(printer);
        }
    }

    private ProgressPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(String name, long done, long total) {
        if (!name.equals(step)) {
            close();
            step = name;
            if (terminal) {
                bar = new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(total)
                        .build();
            } else {
                out.println(name + " ...");
            }
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
