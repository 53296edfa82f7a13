/**
 * LATA numbers and a city inside each. A place gets the LATA of the nearest of these cities in its state:
 * right for most places, near the borders of a LATA only plausible.
 */
export const LATAS = `
120 Portland ME|122 Manchester NH|124 Burlington VT|126 Springfield MA|128 Boston MA|130 Providence RI
132 New York NY|133 Poughkeepsie NY|134 Albany NY|136 Syracuse NY|138 Binghamton NY|140 Buffalo NY
974 Rochester NY|220 Atlantic City NJ|222 Camden NJ|224 Newark NJ|226 Harrisburg PA|228 Philadelphia PA
230 Altoona PA|232 Scranton PA|234 Pittsburgh PA|924 Erie PA|228 Wilmington DE|236 Washington DC
236 Rockville MD|238 Baltimore MD|240 Hagerstown MD|242 Salisbury MD|236 Arlington VA|244 Roanoke VA
246 Culpeper VA|248 Richmond VA|250 Lynchburg VA|252 Norfolk VA|927 Harrisonburg VA|928 Charlottesville VA
254 Charleston WV|256 Clarksburg WV|320 Cleveland OH|322 Youngstown OH|324 Columbus OH|325 Akron OH
326 Toledo OH|328 Dayton OH|922 Cincinnati OH|923 Mansfield OH|330 Evansville IN|332 South Bend IN
334 Fort Wayne IN|336 Indianapolis IN|338 Bloomington IN|340 Detroit MI|342 Marquette MI|344 Saginaw MI
346 Lansing MI|348 Grand Rapids MI|350 Green Bay WI|352 Eau Claire WI|354 Madison WI|356 Milwaukee WI
358 Chicago IL|360 Rockford IL|362 Cairo IL|364 Sterling IL|368 Peoria IL|370 Champaign IL
374 Springfield IL|376 Quincy IL|976 Mattoon IL|977 Macomb IL|978 Olney IL|420 Asheville NC
422 Charlotte NC|424 Greensboro NC|426 Raleigh NC|428 Wilmington NC|949 Fayetteville NC|951 Rocky Mount NC
430 Greenville SC|432 Florence SC|434 Columbia SC|436 Charleston SC|438 Atlanta GA|440 Savannah GA
442 Augusta GA|444 Albany GA|446 Macon GA|448 Pensacola FL|450 Panama City FL|452 Jacksonville FL
454 Gainesville FL|456 Daytona Beach FL|458 Orlando FL|460 Miami FL|939 Fort Myers FL|952 Tampa FL
953 Tallahassee FL|462 Louisville KY|464 Owensboro KY|466 Lexington KY|468 Memphis TN|470 Nashville TN
472 Chattanooga TN|474 Knoxville TN|956 Bristol TN|476 Birmingham AL|477 Huntsville AL|478 Montgomery AL
480 Mobile AL|482 Jackson MS|484 Biloxi MS|486 Shreveport LA|488 Lafayette LA|490 New Orleans LA
492 Baton Rouge LA|520 Saint Louis MO|521 Jefferson City MO|522 Springfield MO|524 Kansas City MO
526 Fort Smith AR|528 Little Rock AR|530 Pine Bluff AR|532 Wichita KS|534 Topeka KS|536 Oklahoma City OK
538 Tulsa OK|540 El Paso TX|542 Midland TX|544 Lubbock TX|546 Amarillo TX|548 Wichita Falls TX
550 Abilene TX|552 Dallas TX|554 Longview TX|556 Waco TX|558 Austin TX|560 Houston TX|562 Beaumont TX
564 Corpus Christi TX|566 San Antonio TX|568 Brownsville TX|961 San Angelo TX|620 Rochester MN
624 Duluth MN|626 Saint Cloud MN|628 Minneapolis MN|630 Sioux City IA|632 Des Moines IA|634 Davenport IA
635 Cedar Rapids IA|636 Fargo ND|638 Bismarck ND|640 Sioux Falls SD|644 Omaha NE|646 Grand Island NE
958 Lincoln NE|648 Great Falls MT|650 Billings MT|652 Boise ID|960 Coeur d'Alene ID|654 Cheyenne WY
656 Denver CO|658 Colorado Springs CO|660 Salt Lake City UT|664 Albuquerque NM|666 Phoenix AZ|668 Tucson AZ
670 Eugene OR|672 Portland OR|674 Seattle WA|676 Spokane WA|720 Reno NV|721 Las Vegas NV
722 San Francisco CA|724 Chico CA|726 Sacramento CA|728 Fresno CA|730 Los Angeles CA|732 San Diego CA
734 Bakersfield CA|736 Monterey CA|738 Stockton CA|740 San Luis Obispo CA|973 Palm Springs CA
832 Anchorage AK|834 Honolulu HI|920 Hartford CT
`;
