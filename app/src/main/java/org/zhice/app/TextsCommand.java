package org.zhice.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The texts that a user added. */
@Command(name = "texts", subcommands = TextsReportCommand.class)
final class TextsCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "texts: found no sub-command, expected report");
    }
}
