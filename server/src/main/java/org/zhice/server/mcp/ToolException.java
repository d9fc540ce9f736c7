package org.zhice.server.mcp;

/** An input that a tool cannot use; the message is written for the model, and nothing else is ever told to it. */
final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ToolException(String message) {
        super(message);
    }

    /** What stands in an input, and what should. */
    static ToolException of(String input, String found, String expected) {
        return new ToolException(
                input + ": found " + (found.isEmpty() ? "nothing" : "\"" + found + "\"") + ", expected " + expected);
    }
}
