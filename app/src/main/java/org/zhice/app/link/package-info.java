/** The matching of somebody's list with the graph: candidates beside its rows, then links of what was accepted. */
package org.zhice.app.link;
