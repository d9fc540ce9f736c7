/** What is proved: by the server, with its certificate; by those who run it, with a password or by asking on its machine. */
package org.zhice.server.credential;
