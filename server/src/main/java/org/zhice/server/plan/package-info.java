/**
 * Plans: all of them, one as its table of contents with what each task says, two side by side.
 */
package org.zhice.server.plan;
