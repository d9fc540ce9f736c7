package org.zhice.spark;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.zhice.loader.input.InputException;

/**
 * What {@code spark-submit} starts: HOME OUT. Exit code 0: done; 1: a fault of ours or of the machines; 2: wrong input or wrong
 * usage.
 */
public final class Main {
    private static final int FAULT = 1;
    private static final int WRONG_INPUT = 2;
    private static final int ARGUMENTS = 2;

    private Main() {}

    /** Runs the job and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(System.err, args));
    }

    /** Runs the job; what is wrong is told in the language of the user. */
    static int run(PrintStream err, String... args) {
        try {
            build(args);
            return 0;
        } catch (InputException e) {
            err.println(e.getMessage());
            return WRONG_INPUT;
        } catch (Exception e) {
            err.println("zhice: " + (e.getMessage() == null ? e : e.getMessage()));
            return FAULT;
        }
    }

    private static void build(String... args) throws IOException {
        if (args.length != ARGUMENTS) {
            throw new InputException(
                    "zhice-spark",
                    args.length + " arguments",
                    "HOME OUT: a checkout, and a folder that is not there yet");
        }
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("zhice"))) {
            requireNew(new Path(args[1]), spark.hadoopConfiguration());
            new ReleaseJob(spark, args[0]).write(args[1]);
        }
    }

    private static void requireNew(Path out, Configuration configuration) throws IOException {
        if (out.getFileSystem(configuration).exists(out)) {
            throw new InputException(
                    "OUT", out + ", which is there", "a folder that is not there yet, for nothing is overwritten");
        }
    }
}
