/**
 * The command line {@code zhice}: each command a class. The only room that knows both loader and server.
 */
package org.zhice.app;
