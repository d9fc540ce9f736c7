/** A server that is started for nobody, so that the next start is quick. */
package org.zhice.app.rehearsal;
