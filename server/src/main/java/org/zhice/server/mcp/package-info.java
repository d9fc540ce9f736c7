/**
 * The graph for language models, by the Model Context Protocol: over HTTP at {@code /mcp} and over standard input and
 * output. The front door is {@link org.zhice.server.mcp.McpService}.
 */
package org.zhice.server.mcp;
