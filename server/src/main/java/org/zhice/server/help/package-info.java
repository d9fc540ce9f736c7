/** How to use all this: the guide of {@code docs}, as a page. */
package org.zhice.server.help;
