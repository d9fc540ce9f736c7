package org.zhice.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.zhice.server.credential.PasswordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets the password of one who may see how the server fares; read twice from the terminal, or one line of standard input. */
@Command(name = "passwd")
final class PasswdCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "passwd.file")
    Path file;

    @Parameters(index = "1", paramLabel = "USER", descriptionKey = "passwd.user")
    String user;

    @Override
    public void run() {
        try {
            PasswordFile.set(file, user, password());
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "passwd",
                    "a name or a password that cannot be",
                    "a name of letters, digits and . _ - (ASCII, 64 at most) and a password of 12 characters or more, 72"
                            + " bytes at most");
        }
        spec.commandLine().getErr().println(file + ": " + user);
    }

    private static String password() {
        return Optional.ofNullable(System.console()).map(PasswdCommand::typed).orElseGet(PasswdCommand::line);
    }

    private static String typed(Console console) {
        char[] first = console.readPassword("%s", "Password: ");
        char[] second = console.readPassword("%s", "Again: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new UsageException("passwd", "two different passwords", "the same twice");
        }
        return new String(first);
    }

    private static String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
