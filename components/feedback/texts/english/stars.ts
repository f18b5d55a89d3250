/** The English texts of the star rating. */
export const englishStars = {
  starsGroup: "Rate this response",
  starNames: ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"],
  clearStars: "Clear rating",
};
