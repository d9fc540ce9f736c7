/**
 * What stands between the network and the rooms: connections and what one client may take of them, the handlers that every
 * request passes, who may see how the server fares, and what it tells of that.
 */
package org.zhice.server.front;
