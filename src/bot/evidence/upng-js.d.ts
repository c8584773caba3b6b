declare module "upng-js" {
  type Picture = { width: number; height: number };
  const UPNG: {
    decode: (bytes: ArrayBuffer) => Picture;
    /** One buffer a frame, four bytes a pixel. */
    toRGBA8: (picture: Picture) => ArrayBuffer[];
  };
  export default UPNG;
}
