/**
 * Area codes laid over older ones: in each line the codes after the colon serve the same ground as the code before
 * it. The sources for prefixes know few numbers in overlays, so this is kept by hand; the administrators of the plan
 * (https://nanpa.com, https://cnac.ca) are who to ask about a line of it. The build fails when a code in service is
 * in neither the prefixes nor this table.
 */
const table = `
  AL 205:659 256:938
  AR 870:327
  AZ 602:480,623 480:602,623 623:480,602
  CA 209:350 213:323,738 323:213,738 310:424 408:669 415:628 510:341 619:858 858:619 714:657 707:369
  CA 818:747 760:442 805:820 909:840 916:279
  CO 303:720,983 970:748
  CT 203:475 860:959
  DC 202:771
  FL 305:786,645 407:689,321 561:728 954:754 813:656 850:448 904:324
  GA 404:470,678,943 770:470,678,943 706:762
  ID 208:986
  IL 217:447 309:861 312:773,872 773:312,872 618:730 630:331 708:464 815:779 847:224
  IN 317:463 812:930
  KY 270:364
  MA 508:774 617:857 781:339 978:351
  MD 301:240,227 410:443,667
  MI 248:947
  MO 314:557 573:235 816:975
  MS 601:769
  NC 336:743 704:980 910:472 919:984
  NE 402:531
  NJ 201:551 609:640 732:848 973:862
  NV 702:725
  NY 212:646,332,917 315:680 516:363 518:838 631:934 718:347,917,929 845:329
  OH 330:234 419:567 513:283 614:380 740:220 937:326
  OK 405:572 918:539
  OR 503:971 541:458
  PA 215:267,445 412:878 570:272 610:484,835 717:223 724:878 814:582
  SC 803:839 843:854 864:821
  TN 615:629
  TX 210:726 214:469,972,945 512:737 713:281,346,832,621 817:682 903:430
  UT 801:385
  VA 540:826 703:571 757:948 804:686
  WA 206:564 253:564 360:564 425:564
  WI 608:353 715:534 920:274
  WV 304:681
  AB 403:587,825,368 780:587,825,368
  BC 250:236,257,672,778 604:236,257,672,778
  MB 204:431,584
  NB 506:428
  NL 709:879
  NS 902:782
  ON 416:437,647,942 519:226,382,548 613:343,753 705:249,683 905:289,365,742
  QC 418:367,581 450:354,579 514:263,438 819:468,873
  SK 306:474,639
`;

/** Older code → the codes laid over it. */
export const overlays: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split(/\s+/)
    .filter((word) => word.includes(':') && !word.endsWith(':'))
    .map((word): [string, string[]] => {
      const [base = '', over = ''] = word.split(':');
      return [base, over.split(',')];
    }),
);
