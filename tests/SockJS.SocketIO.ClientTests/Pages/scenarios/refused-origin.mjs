// A page that may not use the server learns nothing but that.
import { once } from "../run.mjs";

export default async ({ open }) => {
  const socket = open("/", { reconnection: false });
  const [error] = await once(socket, "connect_error");
  return { message: error.message, type: error.type ?? null };
};
