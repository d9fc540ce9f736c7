package org.zhice.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.slf4j.LoggerFactory;
import org.zhice.loader.input.FindingWords;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.query.file.QueryFileException;
import org.zhice.server.credential.Certificate;
import org.zhice.store.Terms;
import org.zhice.store.plain.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit code 0: done; 1: a fault of ours or of the machine; 2: wrong input or wrong usage; 4: a document was
 * read in part. Help is in
 * English or Chinese by the locale.
 */
@Command(
        name = "zhice",
        resourceBundle = "org.zhice.app.messages",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            BuildCommand.class,
            CheckCommand.class,
            ServeCommand.class,
            PublishCommand.class,
            LoadCommand.class,
            QueryCommand.class,
            LinkCommand.class,
            ExtractCommand.class,
            McpCommand.class,
            TextsCommand.class,
            PasswdCommand.class
        })
public final class Zhice {
    static {
        JenaSystem.init();
    }

    private static final int FAULT = 1;
    private static final int WRONG_INPUT = 2;

    /** What Java makes of bytes that are no character. */
    private static final char NO_CHARACTER = '\uFFFD';

    @Option(names = "--verbose", scope = ScopeType.INHERIT)
    boolean verbose;

    private Zhice() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        endWithScript();
        System.exit(commandLine().execute(args));
    }

    /** A server whose start script was killed would hold the port, and a build the folder of stores, with nobody to end them. */
    private static void endWithScript() {
        if (Boolean.getBoolean("zhice.supervised")) {
            ProcessHandle script = ProcessHandle.current().parent().orElseThrow();
            CompletableFuture<Void> unused = script.onExit().thenRun(() -> System.exit(0));
        }
    }

    /** The command line, ready to execute; standard output is for results, standard error for all else. */
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Zhice());
        everyCommand(command).forEach(one -> one.getCommandSpec().version("zhice " + Terms.VERSION));
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Zhice::run)
                .setParameterExceptionHandler(Zhice::onUsage)
                .setExecutionExceptionHandler(onError());
    }

    private static int run(ParseResult parsed) {
        for (String word : parsed.originalArgs()) {
            if (word.indexOf(NO_CHARACTER) >= 0) {
                UsageException wrong = new UsageException(
                        "zhice", "\"" + word + "\" with bytes that are not UTF-8", "arguments in UTF-8");
                throw new ExecutionException(parsed.commandSpec().commandLine(), "", wrong);
            }
        }
        return new RunLast().execute(parsed);
    }

    private static Stream<CommandLine> everyCommand(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(Zhice::everyCommand));
    }

    /** The checkout: what the start script says, else the working directory. */
    static Home home() {
        return new Home(
                Path.of(System.getProperty("zhice.home", "")).toAbsolutePath().normalize());
    }

    /** As picocli tells it, but in the language of the user. */
    private static int onUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(PlainText.visible(FindingWords.told(String.valueOf(wrong.getMessage()))));
        if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.usage(command.getErr());
        }
        return WRONG_INPUT;
    }

    private static IExecutionExceptionHandler onError() {
        return (exception, command, parsed) -> {
            command.getErr().println(message(exception));
            if (((Zhice) command.getCommandSpec().root().userObject()).verbose) {
                LoggerFactory.getLogger(Zhice.class).error("", exception);
            }
            return isInput(exception) ? WRONG_INPUT : FAULT;
        };
    }

    private static boolean isInput(Exception exception) {
        return exception instanceof InputException
                || exception instanceof QueryFileException
                || exception instanceof UsageException
                || exception instanceof Certificate.FileException;
    }

    private static String message(Exception exception) {
        return isInput(exception)
                ? exception.getMessage()
                : "zhice: " + (exception.getMessage() == null ? exception : exception.getMessage());
    }
}
